"""What Piper's checkpoints call the tensors of the same network."""

from collections.abc import Iterator

from bazgoo.training.vits.dimensions import Dimensions

_STACK = {
    "depthwise": "convs_sep",
    "pointwise": "convs_1x1",
    "norms_1": "norms_1",
    "norms_2": "norms_2",
}
_WAVENET = {"gated": "in_layers", "onward": "res_skip_layers", "speaker": "cond_layer"}
_ATTENTION = {"query": "conv_q", "key": "conv_k", "value": "conv_v", "out": "conv_o"}
_NEAR = {"near_keys": "emb_rel_k", "near_values": "emb_rel_v"}
_FEED = {"widen": "conv_1", "narrow": "conv_2"}
_TENSORS = {
    "scale": "gamma",
    "shift": "beta",
    "parametrizations.weight.original0": "weight_g",
    "parametrizations.weight.original1": "weight_v",
}
_SINCE = {"weight_g": "parametrizations.weight.original0", "weight_v": "parametrizations.weight.original1"}


def generator_layers(size: Dimensions) -> Iterator[tuple[str, str]]:
    """Our name and Piper's of each layer of the generator."""
    yield from _text(size)
    yield from _latents(size)
    yield from _decoder(size)
    yield from _durations()
    yield "speakers", "emb_g"


def listener_layers(periods: int) -> Iterator[tuple[str, str]]:
    """Our name and Piper's of each layer of the discriminators that hear periods; Piper's first hears otherwise."""
    for number in range(periods):
        yield f"periods.{number}.layers", f"discriminators.{number + 1}.convs"
        yield f"periods.{number}.last", f"discriminators.{number + 1}.conv_post"


def theirs(name: str, layers: dict[str, str]) -> tuple[str, ...]:
    """What Piper calls our tensor ``name``, before and since PyTorch 2.1; nothing where it has none like it."""
    layer = name
    while layer not in layers:
        layer, dot, _ = layer.rpartition(".")
        if not dot:
            return ()
    rest = name.removeprefix(layer).removeprefix(".")
    for ours, older in _TENSORS.items():
        if rest == ours or rest.endswith(f".{ours}"):
            rest = rest.removesuffix(ours) + older
            break
    older = f"{layers[layer]}.{rest}" if rest else layers[layer]
    stem, dot, tensor = older.rpartition(".")
    return (older, f"{stem}{dot}{_SINCE[tensor]}") if tensor in _SINCE else (older,)


def _text(size: Dimensions) -> Iterator[tuple[str, str]]:
    yield "text.embedding", "enc_p.emb"
    yield "text.project", "enc_p.proj"
    for number in range(size.layers):
        attention, their = f"text.attentions.{number}", f"enc_p.encoder.attn_layers.{number}"
        yield from ((f"{attention}.{one}", f"{their}.{other}") for one, other in (_ATTENTION | _NEAR).items())
        feed, their = f"text.feeds.{number}", f"enc_p.encoder.ffn_layers.{number}"
        yield from ((f"{feed}.{one}", f"{their}.{other}") for one, other in _FEED.items())
        for norm in (1, 2):
            yield f"text.norms_{norm}.{number}", f"enc_p.encoder.norm_layers_{norm}.{number}"


def _latents(size: Dimensions) -> Iterator[tuple[str, str]]:
    yield "posterior.begin", "enc_q.pre"
    yield "posterior.project", "enc_q.proj"
    yield from _wavenet("posterior.wavenet", "enc_q.enc")
    for number in range(size.flows):
        ours, their = f"flow.couplings.{number}", f"flow.flows.{2 * number}"
        yield f"{ours}.begin", f"{their}.pre"
        yield f"{ours}.move", f"{their}.post"
        yield from _wavenet(f"{ours}.wavenet", f"{their}.enc")


def _wavenet(ours: str, their: str) -> Iterator[tuple[str, str]]:
    yield from ((f"{ours}.{one}", f"{their}.{other}") for one, other in _WAVENET.items())


def _decoder(size: Dimensions) -> Iterator[tuple[str, str]]:
    yield "decoder.begin", "dec.conv_pre"
    yield "decoder.end", "dec.conv_post"
    yield "decoder.speaker", "dec.cond"
    kernels = len(size.kernels)
    for stage in range(len(size.rates)):
        yield f"decoder.lengthen.{stage}", f"dec.ups.{stage}"
        for kernel in range(kernels):
            yield (
                f"decoder.residuals.{stage}.{kernel}.layers",
                f"dec.resblocks.{stage * kernels + kernel}.convs",
            )


def _durations() -> Iterator[tuple[str, str]]:
    yield "durations.speaker", "dp.cond"
    for part, flow, before in (("text", "flow", ""), ("given", "posterior", "post_")):
        yield f"durations.{part}.begin", f"dp.{before}pre"
        yield f"durations.{part}.end", f"dp.{before}proj"
        yield from _stack(f"durations.{part}.stack", f"dp.{before}convs")
        yield f"durations.{flow}.affine.shift", f"dp.{before}flows.0.m"
        yield f"durations.{flow}.affine.log_scale", f"dp.{before}flows.0.logs"
        for number in range(4):
            ours, their = f"durations.{flow}.couplings.{number}", f"dp.{before}flows.{2 * number + 1}"
            yield f"{ours}.begin", f"{their}.pre"
            yield f"{ours}.shape", f"{their}.proj"
            yield from _stack(f"{ours}.stack", f"{their}.convs")


def _stack(ours: str, their: str) -> Iterator[tuple[str, str]]:
    yield from ((f"{ours}.{one}", f"{their}.{other}") for one, other in _STACK.items())
