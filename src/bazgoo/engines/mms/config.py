"""The JSON files beside the weights of a VITS voice of Transformers."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator

from bazgoo.engines.files import damaged, installed_name, unsupported

CONFIG, VOCABULARY, TOKENIZER = "config.json", "vocab.json", "tokenizer_config.json"
_LARGEST = 2**20
_MOST_SAMPLES_A_FRAME = 4096

T = TypeVar("T")

Few = Annotated[int, Field(ge=1, le=64)]
Size = Annotated[int, Field(ge=1, le=8192)]


class Network(BaseModel):
    """The network, by the names and with the usual values of Transformers' ``VitsConfig``."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    model_type: Literal["vits"]
    hidden_size: Size = 192
    num_hidden_layers: Few = 6
    num_attention_heads: Few = 2
    window_size: Few = 4
    hidden_act: Literal["relu", "gelu"] = "relu"
    layer_norm_eps: float = 1e-5
    flow_size: Size = 192
    use_stochastic_duration_prediction: bool = True
    duration_predictor_num_flows: Few = 4
    duration_predictor_flow_bins: Few = 10
    duration_predictor_tail_bound: float = Field(default=5.0, gt=0)
    duration_predictor_kernel_size: Few = 3
    depth_separable_num_layers: Few = 3
    prior_encoder_num_flows: Few = 4
    prior_encoder_num_wavenet_layers: Few = 4
    wavenet_dilation_rate: Few = 1
    upsample_rates: tuple[Few, ...] = (8, 8, 2, 2)
    resblock_kernel_sizes: tuple[Few, ...] = (3, 7, 11)
    resblock_dilation_sizes: tuple[tuple[Few, ...], ...] = ((1, 3, 5), (1, 3, 5), (1, 3, 5))
    leaky_relu_slope: float = 0.1
    num_speakers: int = 1
    speaking_rate: float = Field(default=1.0, gt=0)
    noise_scale: float = Field(default=0.667, ge=0)
    noise_scale_duration: float = Field(default=0.8, ge=0)
    sampling_rate: int = Field(default=16_000, gt=0, le=384_000)

    @field_validator("upsample_rates")
    @classmethod
    def _bounded(cls, rates: tuple[int, ...]) -> tuple[int, ...]:
        """A frame of more samples than this would be no frame, and fill the memory."""
        if math.prod(rates) > _MOST_SAMPLES_A_FRAME:
            raise ValueError("too many samples a frame")
        return rates


class Tokenizer(BaseModel):
    """How text becomes ids, by the names and with the usual values of ``VitsTokenizer``."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: str | None = None
    add_blank: bool = True
    phonemize: bool = True
    is_uroman: bool = False


@dataclass(frozen=True, slots=True)
class MmsConfig:
    """What must be known to run the voice."""

    network: Network
    tokenizer: Tokenizer
    vocabulary: Mapping[str, int]
    speakers: Mapping[str, int]
    """Empty: voices of several speakers are refused."""


def is_vits(folder: Path) -> bool:
    """The configuration in ``folder`` is that of a VITS voice."""
    try:
        with (folder / CONFIG).open("rb") as file:
            config = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(config, dict) and config.get("model_type") == "vits"


def read_config(model: Path) -> MmsConfig:
    """The configuration of the voice whose weights are ``model``; raises VoiceDamaged."""
    network = _read(model, CONFIG, TypeAdapter(Network))
    tokenizer = _read(model, TOKENIZER, TypeAdapter(Tokenizer))
    vocabulary = _read(model, VOCABULARY, TypeAdapter(dict[str, Annotated[int, Field(ge=0)]]))
    voice = installed_name(model)
    if tokenizer.is_uroman:
        raise unsupported(
            voice,
            "متن را پیش از خواندن به خط لاتین برمی‌گرداند (uroman).",
            "it reads text turned into Latin letters by uroman.",
        )
    if tokenizer.phonemize:
        raise unsupported(voice, "واج‌های انگلیسی می‌خواند.", "it reads English phonemes.")
    if network.num_speakers > 1:
        raise unsupported(voice, "چند گوینده دارد.", "it has several speakers.")
    return MmsConfig(network, tokenizer, vocabulary, speakers={})


def _read(model: Path, name: str, kind: TypeAdapter[T]) -> T:
    file = model.with_name(name)
    voice = installed_name(model)
    try:
        with file.open("rb") as opened:
            return kind.validate_json(opened.read(_LARGEST))
    except OSError:
        raise damaged(
            voice,
            f"پروندهٔ «{name}» کنار آن نیست یا خوانده نمی‌شود.",
            f"“{name}” is missing beside it or cannot be read.",
        ) from None
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"])) or "JSON"
        raise damaged(
            voice, f"بخش «{place}» در پروندهٔ «{name}» درست نیست.", f"“{place}” in “{name}” is not valid."
        ) from error
