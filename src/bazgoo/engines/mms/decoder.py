"""From latents to samples: the flow of VITS backwards, and its HiFi-GAN."""

from bazgoo.engines.mms.config import Network
from bazgoo.engines.mms.layers import Layers

# PyTorch's own, which the last activation uses.
_LAST_SLOPE = 0.01


class Decoder:
    """Adds flow and HiFi-GAN to a graph."""

    def __init__(self, layers: Layers, network: Network) -> None:
        self._layers = layers
        self._graph = layers.graph
        self._network = network

    def unflow(self, x: str) -> str:
        """The latents of the sound (1 × flow size × frames) for those of the text."""
        for number in reversed(range(self._network.prior_encoder_num_flows)):
            first, second = self._layers.halves(self._layers.flip(x, self._network.flow_size))
            flow = f"flow.flows.{number}"
            h = self._wavenet(f"{flow}.wavenet", self._layers.convolve(f"{flow}.conv_pre", first))
            mean = self._layers.convolve(f"{flow}.conv_post", h)
            x = self._layers.join([first, self._graph.add("Sub", second, mean)])
        return x

    def sound(self, latents: str) -> str:
        """The samples (1 × 1 × samples) for the latents of the sound."""
        network, kernels = self._network, len(self._network.resblock_kernel_sizes)
        x = self._layers.convolve("decoder.conv_pre", latents)
        for number, rate in enumerate(network.upsample_rates):
            x = self._layers.convolve(f"decoder.upsampler.{number}", self._leaky(x), stride=rate)
            blocks = [
                self._block(f"decoder.resblocks.{number * kernels + kernel}", x, dilations)
                for kernel, dilations in enumerate(network.resblock_dilation_sizes[:kernels])
            ]
            x = self._layers.scale(self._graph.add("Sum", *blocks), 1 / kernels)
        last = self._graph.add("LeakyRelu", x, alpha=_LAST_SLOPE)
        return self._graph.add("Tanh", self._layers.convolve("decoder.conv_post", last))

    def _wavenet(self, stack: str, x: str) -> str:
        """Gated convolutions; each hands on what it changed and what it found."""
        network, found = self._network, None
        last = network.prior_encoder_num_wavenet_layers - 1
        for number in range(last + 1):
            dilation = network.wavenet_dilation_rate**number
            wave, gate = self._layers.halves(
                self._layers.convolve(f"{stack}.in_layers.{number}", x, dilation=dilation)
            )
            opened = self._graph.add("Mul", self._graph.add("Tanh", wave), self._graph.add("Sigmoid", gate))
            made = self._layers.convolve(f"{stack}.res_skip_layers.{number}", opened)
            if number < last:
                change, made = self._layers.halves(made)
                x = self._layers.add(x, change)
            found = made if found is None else self._layers.add(found, made)
        assert found is not None
        return found

    def _block(self, block: str, x: str, dilations: tuple[int, ...]) -> str:
        for number, dilation in enumerate(dilations):
            h = self._layers.convolve(f"{block}.convs1.{number}", self._leaky(x), dilation=dilation)
            h = self._layers.convolve(f"{block}.convs2.{number}", self._leaky(h))
            x = self._layers.add(x, h)
        return x

    def _leaky(self, x: str) -> str:
        return self._graph.add("LeakyRelu", x, alpha=self._network.leaky_relu_slope)
