"""Makes a VITS voice as Transformers keeps it, with weights that nobody trained: it only rustles.

python tests/voices/make_tiny_mms.py FOLDER            tiny, for tests
python tests/voices/make_tiny_mms.py FOLDER --full     of the size of facebook/mms-tts-fas, 36 million weights
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئءأۀ "
VOCABULARY = {"<pad>": 0} | {letter: number for number, letter in enumerate(LETTERS, 1)}
FULL = {
    "hidden_size": 192,
    "num_hidden_layers": 6,
    "ffn_dim": 768,
    "flow_size": 192,
    "upsample_initial_channel": 512,
    "upsample_rates": [8, 8, 2, 2],
    "upsample_kernel_sizes": [16, 16, 4, 4],
    "resblock_kernel_sizes": [3, 7, 11],
    "resblock_dilation_sizes": [[1, 3, 5], [1, 3, 5], [1, 3, 5]],
}
TINY = {
    "hidden_size": 8,
    "num_hidden_layers": 2,
    "ffn_dim": 12,
    "flow_size": 6,
    "upsample_initial_channel": 8,
    "upsample_rates": [4, 2],
    "upsample_kernel_sizes": [8, 4],
    "resblock_kernel_sizes": [3, 5],
    "resblock_dilation_sizes": [[1, 3], [1, 3]],
}
SHARED = {
    "model_type": "vits",
    "architectures": ["VitsModel"],
    "vocab_size": len(VOCABULARY),
    "num_attention_heads": 2,
    "window_size": 4,
    "ffn_kernel_size": 3,
    "hidden_act": "relu",
    "layer_norm_eps": 1e-5,
    "use_stochastic_duration_prediction": True,
    "duration_predictor_num_flows": 4,
    "duration_predictor_flow_bins": 10,
    "duration_predictor_tail_bound": 5.0,
    "duration_predictor_kernel_size": 3,
    "depth_separable_channels": 2,
    "depth_separable_num_layers": 3,
    "prior_encoder_num_flows": 4,
    "prior_encoder_num_wavenet_layers": 4,
    "wavenet_kernel_size": 5,
    "wavenet_dilation_rate": 1,
    "leaky_relu_slope": 0.1,
    "num_speakers": 1,
    "speaking_rate": 1.0,
    "noise_scale": 0.667,
    "noise_scale_duration": 0.8,
    "sampling_rate": 16_000,
}
TOKENIZER = {"language": "fas", "add_blank": True, "phonemize": False, "is_uroman": False}


class Weights(dict[str, NDArray[np.float32]]):
    """Random weights under the names that Transformers gives them."""

    def __init__(self) -> None:
        super().__init__()
        self.random = np.random.default_rng(36)

    def normal(self, name: str, *shape: int, spread: float) -> None:
        self[name] = self.random.normal(0, spread, shape).astype(np.float32)

    def convolution(
        self, name: str, fan_out: int, fan_in: int, width: int, *, normed: bool = False, bias: bool = True
    ) -> None:
        spread = 1.0 / np.sqrt(fan_in * width)
        if normed:
            self.normal(f"{name}.weight_v", fan_out, fan_in, width, spread=1.0)
            self[f"{name}.weight_g"] = self.random.uniform(0.5, 1.0, (fan_out, 1, 1)).astype(np.float32)
        else:
            self.normal(f"{name}.weight", fan_out, fan_in, width, spread=spread)
        if bias:
            self.normal(f"{name}.bias", fan_out, spread=0.1)

    def linear(self, name: str, size: int) -> None:
        self.normal(f"{name}.weight", size, size, spread=1.0 / np.sqrt(size))
        self.normal(f"{name}.bias", size, spread=0.1)

    def normalisation(self, name: str, size: int) -> None:
        self[f"{name}.weight"] = self.random.uniform(0.8, 1.2, size).astype(np.float32)
        self.normal(f"{name}.bias", size, spread=0.1)


def encoder(weights: Weights, config: Mapping) -> None:
    hidden, wide = config["hidden_size"], config["ffn_dim"]
    weights.normal("text_encoder.embed_tokens.weight", config["vocab_size"], hidden, spread=hidden**-0.5)
    for number in range(config["num_hidden_layers"]):
        layer = f"text_encoder.encoder.layers.{number}"
        for part in ("q", "k", "v", "out"):
            weights.linear(f"{layer}.attention.{part}_proj", hidden)
        head = hidden // config["num_attention_heads"]
        for part in ("k", "v"):
            shape = 1, 2 * config["window_size"] + 1, head
            weights.normal(f"{layer}.attention.emb_rel_{part}", *shape, spread=head**-0.5)
        weights.normalisation(f"{layer}.layer_norm", hidden)
        weights.convolution(f"{layer}.feed_forward.conv_1", wide, hidden, config["ffn_kernel_size"])
        weights.convolution(f"{layer}.feed_forward.conv_2", hidden, wide, config["ffn_kernel_size"])
        weights.normalisation(f"{layer}.final_layer_norm", hidden)
    weights.convolution("text_encoder.project", 2 * config["flow_size"], hidden, 1)


def separable(weights: Weights, name: str, config: Mapping) -> None:
    hidden = config["hidden_size"]
    for number in range(config["depth_separable_num_layers"]):
        weights.convolution(
            f"{name}.convs_dilated.{number}", hidden, 1, config["duration_predictor_kernel_size"]
        )
        weights.convolution(f"{name}.convs_pointwise.{number}", hidden, hidden, 1)
        weights.normalisation(f"{name}.norms_1.{number}", hidden)
        weights.normalisation(f"{name}.norms_2.{number}", hidden)


def durations(weights: Weights, config: Mapping) -> None:
    hidden = config["hidden_size"]
    if not config["use_stochastic_duration_prediction"]:
        for number in (1, 2):
            weights.convolution(f"duration_predictor.conv_{number}", hidden, hidden, 3)
            weights.normalisation(f"duration_predictor.norm_{number}", hidden)
        weights.convolution("duration_predictor.proj", 1, hidden, 1)
        return
    weights.convolution("duration_predictor.conv_pre", hidden, hidden, 1)
    weights.convolution("duration_predictor.conv_proj", hidden, hidden, 1)
    separable(weights, "duration_predictor.conv_dds", config)
    # Letters of some seven frames, an eighth of a second.
    weights["duration_predictor.flows.0.translate"] = np.array([[-2.0], [0.1]], np.float32)
    weights["duration_predictor.flows.0.log_scale"] = np.array([[0.3], [-0.2]], np.float32)
    for number in range(1, config["duration_predictor_num_flows"] + 1):
        flow = f"duration_predictor.flows.{number}"
        weights.convolution(f"{flow}.conv_pre", hidden, 1, 1)
        separable(weights, f"{flow}.conv_dds", config)
        weights.convolution(f"{flow}.conv_proj", 3 * config["duration_predictor_flow_bins"] - 1, hidden, 1)


def flow(weights: Weights, config: Mapping) -> None:
    hidden, half = config["hidden_size"], config["flow_size"] // 2
    last = config["prior_encoder_num_wavenet_layers"] - 1
    for number in range(config["prior_encoder_num_flows"]):
        name = f"flow.flows.{number}"
        weights.convolution(f"{name}.conv_pre", hidden, half, 1)
        weights.convolution(f"{name}.conv_post", half, hidden, 1)
        for layer in range(last + 1):
            width, wavenet = config["wavenet_kernel_size"], f"{name}.wavenet"
            weights.convolution(f"{wavenet}.in_layers.{layer}", 2 * hidden, hidden, width, normed=True)
            out = hidden if layer == last else 2 * hidden
            weights.convolution(f"{wavenet}.res_skip_layers.{layer}", out, hidden, 1, normed=True)


def decoder(weights: Weights, config: Mapping) -> None:
    channels = config["upsample_initial_channel"]
    weights.convolution("decoder.conv_pre", channels, config["flow_size"], 7)
    block = 0
    for number, width in enumerate(config["upsample_kernel_sizes"]):
        # A transposed kernel has its inputs first, its bias the size of its outputs.
        weights.convolution(f"decoder.upsampler.{number}", channels, channels // 2, width, bias=False)
        channels //= 2
        weights.normal(f"decoder.upsampler.{number}.bias", channels, spread=0.1)
        for kernel, dilations in zip(
            config["resblock_kernel_sizes"], config["resblock_dilation_sizes"], strict=True
        ):
            for layer in range(len(dilations)):
                weights.convolution(f"decoder.resblocks.{block}.convs1.{layer}", channels, channels, kernel)
                weights.convolution(f"decoder.resblocks.{block}.convs2.{layer}", channels, channels, kernel)
            block += 1
    weights.convolution("decoder.conv_post", 1, channels, 7, bias=False)


def save(weights: Mapping[str, NDArray[np.generic]], file: Path) -> None:
    """Write ``weights`` in the safetensors format."""
    types = {"float32": "F32", "float16": "F16", "float64": "F64", "uint16": "BF16"}
    header, at = {}, 0
    for name, values in weights.items():
        header[name] = {
            "dtype": types[values.dtype.name],
            "shape": list(values.shape),
            "data_offsets": [at, at + values.nbytes],
        }
        at += values.nbytes
    described = json.dumps({"__metadata__": {"format": "pt"}, **header}).encode()
    described += b" " * (-len(described) % 8)
    with file.open("wb") as opened:
        opened.write(len(described).to_bytes(8, "little") + described)
        for values in weights.values():
            opened.write(values.tobytes())


def make_mms(folder: Path, *, full: bool = False, **changed: object) -> Path:
    """Write a voice into ``folder``, with ``changed`` entries of its configuration; gives the path of its weights."""
    config = SHARED | (FULL if full else TINY) | changed
    weights = Weights()
    for part in (encoder, durations, flow, decoder):
        part(weights, config)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (
        ("config.json", config),
        ("vocab.json", VOCABULARY),
        ("tokenizer_config.json", TOKENIZER),
    ):
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    save(weights, folder / "model.safetensors")
    return folder / "model.safetensors"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--full", action="store_true", help="as large as a real one")
    given = parser.parse_args()
    print(make_mms(given.folder, full=given.full))  # noqa: T201
