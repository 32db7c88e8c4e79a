"""The duration predictors of VITS: how long each letter lasts, as a logarithm of frames."""

import math
from collections.abc import Callable

import numpy as np

from bazgoo.engines.mms.config import Network
from bazgoo.engines.mms.layers import Layers

NOISE = "noise"
"""What a graph with the stochastic predictor is given beside the letters: 1 × 2 × length."""

_PREDICTOR = "duration_predictor"
# As the splines were trained: no bin is narrower, lower or flatter (Durkan et al. 2019).
_LEAST = 1e-3


class Durations:
    """Adds the predictor to a graph."""

    def __init__(self, layers: Layers, network: Network) -> None:
        self._layers = layers
        self._graph = layers.graph
        self._network = network

    def predict(self, known: str) -> str:
        """1 × 1 × length, from what is known of the letters; the stochastic one turns ``noise`` into it."""
        if self._network.use_stochastic_duration_prediction:
            return self._stochastic(known, self._graph.input(NOISE, "f", [1, 2, "letters"]))
        return self._plain(known)

    def _plain(self, known: str) -> str:
        layers, x = self._layers, known
        for number in (1, 2):
            x = self._graph.add("Relu", layers.convolve(f"{_PREDICTOR}.conv_{number}", x))
            turned = layers.normalise(
                f"{_PREDICTOR}.norm_{number}", layers.turn(x), self._network.layer_norm_eps
            )
            x = layers.turn(turned)
        return layers.convolve(f"{_PREDICTOR}.proj", x)

    def _stochastic(self, known: str, noise: str) -> str:
        """The flows backwards, from noise to durations, without the first one, which changes nothing of use."""
        layers = self._layers
        heard = layers.convolve(f"{_PREDICTOR}.conv_pre", known)
        heard = layers.convolve(f"{_PREDICTOR}.conv_proj", self._separable(f"{_PREDICTOR}.conv_dds", heard))
        latent = noise
        for number in range(self._network.duration_predictor_num_flows, 1, -1):
            latent = self._flow(f"{_PREDICTOR}.flows.{number}", layers.flip(latent, 2), heard)
        latent = self._affine(f"{_PREDICTOR}.flows.0", layers.flip(latent, 2))
        return layers.halves(latent)[0]

    def _affine(self, flow: str, x: str) -> str:
        shift = self._graph.weight(self._layers.weights.take(f"{flow}.translate"))
        factor = np.exp(-self._layers.weights.take(f"{flow}.log_scale"))
        return self._graph.add("Mul", self._graph.add("Sub", x, shift), self._graph.weight(factor))

    def _separable(self, stack: str, x: str) -> str:
        """Depthwise convolutions that reach ever further, each with one over the channels."""
        layers = self._layers
        for number in range(self._network.depth_separable_num_layers):
            dilation = self._network.duration_predictor_kernel_size**number
            h = layers.convolve(f"{stack}.convs_dilated.{number}", x, dilation=dilation, depthwise=True)
            h = layers.gelu(layers.normalise_channels(f"{stack}.norms_1.{number}", h))
            h = layers.convolve(f"{stack}.convs_pointwise.{number}", h)
            h = layers.gelu(layers.normalise_channels(f"{stack}.norms_2.{number}", h))
            x = layers.add(x, h)
        return x

    def _flow(self, flow: str, x: str, heard: str) -> str:
        """One coupling: the first channel shapes the spline that bends the second."""
        graph, layers, bins = self._graph, self._layers, self._network.duration_predictor_flow_bins
        first, second = layers.halves(x)
        h = layers.add(layers.convolve(f"{flow}.conv_pre", first), heard)
        h = layers.convolve(f"{flow}.conv_proj", self._separable(f"{flow}.conv_dds", h))
        rows = graph.add("Squeeze", layers.turn(h), graph.constant([0]))
        sizes = graph.constant([bins, bins, bins - 1])
        widths, heights, slopes = graph.split("Split", rows, sizes, parts=3, axis=1)
        shrink = 1 / math.sqrt(self._network.hidden_size)
        bent = self._unbend(
            graph.add("Reshape", second, graph.constant([-1, 1])),
            self._knots(layers.scale(widths, shrink)),
            self._knots(layers.scale(heights, shrink)),
            slopes,
        )
        return layers.join([first, graph.add("Reshape", bent, graph.constant([1, 1, -1]))])

    def _knots(self, weights: str) -> str:
        """Where the bins begin and end (length × bins + 1), from one edge to the other."""
        graph, layers = self._graph, self._layers
        bound, bins = self._network.duration_predictor_tail_bound, self._network.duration_predictor_flow_bins
        shares = layers.scale(graph.add("Softmax", weights, axis=-1), 1 - _LEAST * bins)
        ends = graph.add("CumSum", layers.add(shares, graph.constant(_LEAST)), graph.constant(1))
        inner = layers.add(layers.scale(self._slice(ends, 0, bins - 1), 2 * bound), graph.constant(-bound))
        return layers.join([self._column(inner, -bound), inner, self._column(inner, bound)])

    def _unbend(self, y: str, across: str, up: str, slopes: str) -> str:
        """The x whose y on the rational quadratic spline this is; outside of its edges x is y."""
        graph, layers = self._graph, self._layers
        bound, bins = self._network.duration_predictor_tail_bound, self._network.duration_predictor_flow_bins
        straight = math.log(math.expm1(1 - _LEAST))
        edges = self._column(slopes, straight)
        rises = graph.add("Softplus", layers.join([edges, slopes, edges]))
        rises = layers.add(rises, graph.constant(_LEAST))
        inside = graph.add("Clip", y, graph.constant(-bound), graph.constant(bound))
        lowest = self._slice(up, 0, bins)
        passed = graph.add("Cast", graph.add("GreaterOrEqual", inside, lowest), to=7)
        bin_ = graph.add("Sub", graph.add("ReduceSum", passed, graph.constant([1])), graph.constant(1))
        pick = self._picker(bin_)
        left, low = pick(across, 0), pick(up, 0)
        width = graph.add("Sub", pick(across, 1), left)
        height = graph.add("Sub", pick(up, 1), low)
        share = self._share(graph.add("Sub", inside, low), height, width, pick(rises, 0), pick(rises, 1))
        bent = layers.add(graph.add("Mul", share, width), left)
        within = graph.add("LessOrEqual", graph.add("Abs", y), graph.constant(bound))
        return graph.add("Where", within, bent, y)

    def _share(self, above: str, height: str, width: str, rise: str, next_rise: str) -> str:
        """How far into its bin x lies, from 0 to 1: the root of a quadratic equation."""
        graph = self._graph

        def times(a: str, b: str) -> str:
            return graph.add("Mul", a, b)

        def less(a: str, b: str) -> str:
            return graph.add("Sub", a, b)

        slope = graph.add("Div", height, width)
        curve = less(graph.add("Add", rise, next_rise), self._layers.scale(slope, 2.0))
        bend = times(above, curve)
        a = graph.add("Add", times(height, less(slope, rise)), bend)
        b = less(times(height, rise), bend)
        c = graph.add("Neg", times(slope, above))
        under = less(times(b, b), self._layers.scale(times(a, c), 4.0))
        root = graph.add("Sqrt", graph.add("Relu", under))
        return graph.add("Neg", graph.add("Div", self._layers.scale(c, 2.0), graph.add("Add", b, root)))

    def _picker(self, bin_: str) -> Callable[[str, int], str]:
        """Takes from each row of a table the number of its bin, or of the one ``after`` it."""

        def pick(table: str, after: int) -> str:
            index = self._graph.add("Add", bin_, self._graph.constant(after)) if after else bin_
            return self._graph.add("GatherElements", table, index, axis=1)

        return pick

    def _slice(self, rows: str, begin: int, end: int) -> str:
        graph = self._graph
        return graph.add("Slice", rows, graph.constant([begin]), graph.constant([end]), graph.constant([1]))

    def _column(self, like: str, value: float) -> str:
        """One column of ``value``, as long as ``like``."""
        layers = self._layers
        return layers.add(layers.scale(self._slice(like, 0, 1), 0.0), self._graph.constant(float(value)))
