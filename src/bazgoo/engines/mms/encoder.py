"""The text encoder of VITS: a transformer that knows how far letters are apart (Shaw et al. 2018)."""

import math

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.mms.config import Network
from bazgoo.engines.mms.layers import Layers


class TextEncoder:
    """Adds the encoder to a graph."""

    def __init__(self, layers: Layers, network: Network) -> None:
        self._layers = layers
        self._graph = layers.graph
        self._network = network
        self._head_size = network.hidden_size // network.num_attention_heads

    def encode(self, ids: str) -> str:
        """What is known of each letter (1 × hidden × length) from ``ids``."""
        network = self._network
        table = self._layers.weights.take("text_encoder.embed_tokens.weight")
        x = self._graph.add("Gather", self._graph.weight(table * math.sqrt(network.hidden_size)), ids, axis=0)
        near, around = self._distances(ids)
        for number in range(network.num_hidden_layers):
            layer = f"text_encoder.encoder.layers.{number}"
            heard = self._attend(f"{layer}.attention", x, near, around)
            x = self._normalise(f"{layer}.layer_norm", self._layers.add(x, heard))
            thought = self._feed_forward(f"{layer}.feed_forward", x)
            x = self._normalise(f"{layer}.final_layer_norm", self._layers.add(x, thought))
        return self._upright(x)

    def _distances(self, ids: str) -> tuple[str, str]:
        """For each pair of places where its distance lies in the table of distances, those too far at its ends;
        and for each place the places around it, shifted by the window."""
        graph, window = self._graph, self._network.window_size
        count = graph.add("Squeeze", graph.add("Shape", ids))
        places = graph.add("Range", graph.constant(0), count, graph.constant(1))
        column = graph.add("Unsqueeze", places, graph.constant([1]))
        apart = graph.add("Sub", places, column)
        within = graph.add("Clip", apart, graph.constant(-window - 1), graph.constant(window + 1))
        near = graph.add("Add", within, graph.constant(window + 1))
        around = graph.add("Add", column, graph.constant([*range(2 * window + 1)]))
        return self._for_each_head(near), self._for_each_head(around)

    def _for_each_head(self, index: str) -> str:
        heads = self._graph.constant([self._network.num_attention_heads, 1, 1])
        return self._graph.add("Expand", index, heads)

    def _attend(self, layer: str, x: str, near: str, around: str) -> str:
        """Attention: what is alike, and how far apart it is, decide what is heard."""
        graph, layers, window = self._graph, self._layers, self._network.window_size
        asked = layers.scale(self._heads(f"{layer}.q_proj", x), self._head_size**-0.5)
        known, said = (self._heads(f"{layer}.{part}_proj", x) for part in ("k", "v"))
        alike = graph.add("MatMul", asked, graph.add("Transpose", known, perm=[0, 2, 1]))
        far = graph.add("MatMul", asked, graph.weight(self._by_distance(f"{layer}.emb_rel_k", 1).T))
        scores = layers.add(alike, graph.add("GatherElements", far, near, axis=2))
        heed = graph.add("Softmax", scores, axis=-1)
        margins = graph.constant([0, 0, window, 0, 0, window])
        nearby = graph.add("GatherElements", graph.add("Pad", heed, margins), around, axis=2)
        by_distance = graph.add("MatMul", nearby, graph.weight(self._by_distance(f"{layer}.emb_rel_v", 0)))
        heard = layers.add(graph.add("MatMul", heed, said), by_distance)
        joined = graph.add("Transpose", heard, perm=[1, 0, 2])
        return layers.project(
            f"{layer}.out_proj",
            graph.add("Reshape", joined, graph.constant([-1, self._network.hidden_size])),
        )

    def _by_distance(self, table: str, beyond: int) -> NDArray[np.float32]:
        """A table of distances, with ``beyond`` rows of nothing at both ends."""
        rows = self._layers.weights.take(table)[0]
        return np.pad(rows, ((beyond, beyond), (0, 0)))

    def _heads(self, layer: str, x: str) -> str:
        """A projection of x, apart for each head: heads × length × head size."""
        shape = self._graph.constant([-1, self._network.num_attention_heads, self._head_size])
        apart = self._graph.add("Reshape", self._layers.project(layer, x), shape)
        return self._graph.add("Transpose", apart, perm=[1, 0, 2])

    def _feed_forward(self, layer: str, x: str) -> str:
        wide = self._layers.convolve(f"{layer}.conv_1", self._upright(x))
        relu = self._network.hidden_act == "relu"
        active = self._graph.add("Relu", wide) if relu else self._layers.gelu(wide)
        narrow = self._layers.convolve(f"{layer}.conv_2", active)
        return self._graph.add("Squeeze", self._layers.turn(narrow), self._graph.constant([0]))

    def _normalise(self, layer: str, x: str) -> str:
        return self._layers.normalise(layer, x, self._network.layer_norm_eps)

    def _upright(self, x: str) -> str:
        """Length × channels as 1 × channels × length."""
        return self._layers.turn(self._graph.add("Unsqueeze", x, self._graph.constant([0])))
