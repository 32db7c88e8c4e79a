"""A VITS voice of Transformers in memory, ready to run."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.files import damaged, installed_name
from bazgoo.engines.letters import spelled
from bazgoo.engines.mms.config import MmsConfig, Network
from bazgoo.engines.mms.decoder import Decoder
from bazgoo.engines.mms.durations import NOISE, Durations
from bazgoo.engines.mms.encoder import TextEncoder
from bazgoo.engines.mms.layers import Layers
from bazgoo.engines.mms.onnx_graph import OnnxGraph
from bazgoo.engines.mms.safetensors import SafeTensors
from bazgoo.engines.runtime import Session
from bazgoo.phonemes import Utterance

_BLANK = 0
# Some three minutes: no sentence is longer, but a damaged voice may ask for more than the memory holds.
_MOST_FRAMES = 12_000


class MmsGraph:
    """Two ONNX sessions, from letters to durations and from latents to samples, shared by all threads.

    Between them is the noise, which therefore can be repeated by a ``seed``.
    """

    def __init__(self, model: Path, config: MmsConfig, seed: int | None = None) -> None:
        """Build both graphs from the weights in ``model`` and run them once; raises VoiceDamaged."""
        self._voice = installed_name(model)
        self._config = config
        self._seed = seed
        try:
            weights = SafeTensors(model)
            reading, sounding = _reading(weights, config.network), _sounding(weights, config.network)
        except (OSError, ValueError, KeyError, IndexError) as error:
            raise damaged(
                self._voice,
                f"وزن‌های «{model.name}» با پیکربندی آن نمی‌خواند یا خوانده نمی‌شود.",
                f"the weights in “{model.name}” do not fit its configuration or cannot be read.",
            ) from error
        self._reading = Session(self._voice, reading.content(), reading.weights)
        self._sounding = Session(self._voice, sounding.content(), sounding.weights)
        self.run([_BLANK, *config.vocabulary.values()][:32], speed=1.0)

    def speak(self, utterance: Utterance, _speaker: int, speed: float) -> NDArray[np.float32]:
        """The samples for ``utterance``; raises VoiceDamaged."""
        return self.run(letter_ids(utterance, self._config), speed)

    def run(self, ids: list[int], speed: float) -> NDArray[np.float32]:
        """The samples for ``ids``."""
        if not ids:
            return np.zeros(0, np.float32)
        network, chance = self._config.network, np.random.default_rng(self._seed)
        given: dict[str, NDArray[np.generic]] = {"ids": np.array(ids, np.int64)}
        if NOISE in self._reading.inputs:
            noise = chance.standard_normal((1, 2, len(ids)), np.float32)
            given[NOISE] = noise * np.float32(network.noise_scale_duration)
        means, spreads, logarithms = self._reading.run(given)
        place = np.repeat(np.arange(len(ids)), self._frames(logarithms[0, 0], speed))
        noise = chance.standard_normal((network.flow_size, len(place)), np.float32)
        noise *= np.exp(spreads[0][:, place]) * np.float32(network.noise_scale)
        samples = self._sounding.run({"latents": (means[0][:, place] + noise)[None]})[0]
        return samples.reshape(-1)

    def _frames(self, logarithms: NDArray[np.float32], speed: float) -> NDArray[np.int64]:
        """How many frames each id lasts; never none at all."""
        with np.errstate(over="ignore"):
            frames = np.ceil(np.exp(logarithms) / (self._config.network.speaking_rate * speed))
        if not np.sum(frames) <= _MOST_FRAMES:
            raise damaged(self._voice, "مدل آن اجرا نمی‌شود.", "its model does not run.")
        if not np.any(frames):
            frames[-1] = 1
        return frames.astype(np.int64)


def letter_ids(utterance: Utterance, config: MmsConfig) -> list[int]:
    """Ids as Transformers' tokenizer makes them: a blank around each letter; unknown letters are left out."""
    known = config.vocabulary
    ids = [known[letter] for letter in "".join(spelled(utterance, known)).strip()]
    if not config.tokenizer.add_blank:
        return ids
    spread = [_BLANK] * (2 * len(ids) + 1)
    spread[1::2] = ids
    return spread


def _reading(weights: SafeTensors, network: Network) -> OnnxGraph:
    """From the ids of letters and noise to what is known of each: means, spreads and durations, as logarithms."""
    graph = OnnxGraph()
    layers = Layers(graph, weights)
    known = TextEncoder(layers, network).encode(graph.input("ids", "i", ["letters"]))
    means, spreads = layers.halves(layers.convolve("text_encoder.project", known))
    graph.output("means", means, [1, network.flow_size, "letters"])
    graph.output("spreads", spreads, [1, network.flow_size, "letters"])
    graph.output("durations", Durations(layers, network).predict(known), [1, 1, "letters"])
    return graph


def _sounding(weights: SafeTensors, network: Network) -> OnnxGraph:
    """From the latents of the text, one for each frame, to samples."""
    graph = OnnxGraph()
    decoder = Decoder(Layers(graph, weights), network)
    latents = graph.input("latents", "f", [1, network.flow_size, "frames"])
    graph.output("samples", decoder.sound(decoder.unflow(latents)), [1, 1, "samples"])
    return graph
