"""VITS in NumPy, written from the papers in the plainest way, to compare the graph with.

The whole by Kim et al. 2021, relative attention by Shaw et al. 2018, splines by Durkan et al. 2019, HiFi-GAN by Kong
et al. 2020. Sequences are channels × length.
"""

import math
from collections.abc import Mapping

import numpy as np


class Reference:
    """A voice by its weights and its configuration."""

    def __init__(self, weights: Mapping[str, np.ndarray], config: Mapping) -> None:
        self.weights = {name: values.astype(np.float64) for name, values in weights.items()}
        self.config = config

    def speak(self, ids: list[int], speed: float, chance: np.random.Generator) -> np.ndarray:
        config = self.config
        known = self.encode(ids)
        means, spreads = np.split(self.conv("text_encoder.project", known), 2)
        frames = np.ceil(np.exp(self.log_durations(known, chance)) / speed / config["speaking_rate"]).astype(
            int
        )
        latents = np.concatenate([np.repeat(means[:, [at]], frames[at], 1) for at in range(len(ids))], axis=1)
        width = np.concatenate([np.repeat(spreads[:, [at]], frames[at], 1) for at in range(len(ids))], axis=1)
        noise = chance.standard_normal(latents.shape, np.float32)
        latents = latents + noise * np.exp(width) * config["noise_scale"]
        return self.hifigan(self.unflow(latents))

    def kernel(self, name: str) -> np.ndarray:
        if f"{name}.weight" in self.weights:
            return self.weights[f"{name}.weight"]
        length, direction = self.weights[f"{name}.weight_g"], self.weights[f"{name}.weight_v"]
        return np.stack([g * v / np.sqrt((v**2).sum()) for g, v in zip(length, direction, strict=True)])

    def conv(self, name: str, x: np.ndarray, dilation: int = 1) -> np.ndarray:
        kernel = self.kernel(name)
        out, fan_in, width = kernel.shape
        reach = dilation * (width - 1)
        padded = np.pad(x, ((0, 0), (reach // 2, reach - reach // 2)))
        made = np.zeros((out, x.shape[1]))
        for tap in range(width):
            heard = padded[:, tap * dilation : tap * dilation + x.shape[1]]
            depthwise = fan_in == 1 and len(x) > 1
            made += kernel[:, 0, tap, None] * heard if depthwise else kernel[:, :, tap] @ heard
        bias = self.weights.get(f"{name}.bias")
        return made if bias is None else made + bias[:, None]

    def conv_transposed(self, name: str, x: np.ndarray, stride: int) -> np.ndarray:
        kernel = self.kernel(name)
        width = kernel.shape[2]
        made = np.zeros((kernel.shape[1], (x.shape[1] - 1) * stride + width))
        for at in range(x.shape[1]):
            for tap in range(width):
                made[:, at * stride + tap] += kernel[:, :, tap].T @ x[:, at]
        pad = (width - stride) // 2
        return made[:, pad : made.shape[1] - pad] + self.weights[f"{name}.bias"][:, None]

    def norm(self, name: str, x: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
        even = (x - x.mean(0)) / np.sqrt(x.var(0) + epsilon)
        return even * self.weights[f"{name}.weight"][:, None] + self.weights[f"{name}.bias"][:, None]

    def linear(self, name: str, x: np.ndarray) -> np.ndarray:
        return self.weights[f"{name}.weight"] @ x + self.weights[f"{name}.bias"][:, None]

    def encode(self, ids: list[int]) -> np.ndarray:
        hidden = self.config["hidden_size"]
        x = self.weights["text_encoder.embed_tokens.weight"][ids].T * math.sqrt(hidden)
        for number in range(self.config["num_hidden_layers"]):
            layer = f"text_encoder.encoder.layers.{number}"
            epsilon = self.config["layer_norm_eps"]
            x = self.norm(f"{layer}.layer_norm", x + self.attend(f"{layer}.attention", x), epsilon)
            wide = np.maximum(self.conv(f"{layer}.feed_forward.conv_1", x), 0)
            narrow = self.conv(f"{layer}.feed_forward.conv_2", wide)
            x = self.norm(f"{layer}.final_layer_norm", x + narrow, epsilon)
        return x

    def attend(self, name: str, x: np.ndarray) -> np.ndarray:
        """Pair by pair: the distance of two letters has its own key and its own value, within a window."""
        heads, window, count = self.config["num_attention_heads"], self.config["window_size"], x.shape[1]
        size = len(x) // heads
        asked, known, said = (self.linear(f"{name}.{part}_proj", x) for part in "qkv")
        far_keys, far_values = (self.weights[f"{name}.emb_rel_{part}"][0] for part in "kv")
        heard = np.zeros_like(x)
        for head in range(heads):
            own = slice(head * size, (head + 1) * size)
            for i in range(count):
                keys, values = known[own].T.copy(), said[own].T.copy()
                for j in range(max(0, i - window), min(count, i + window + 1)):
                    keys[j] += far_keys[j - i + window]
                    values[j] += far_values[j - i + window]
                scores = keys @ asked[own, i] / math.sqrt(size)
                heed = np.exp(scores - scores.max())
                heard[own, i] = heed / heed.sum() @ values
        return self.linear(f"{name}.out_proj", heard)

    def log_durations(self, known: np.ndarray, chance: np.random.Generator) -> np.ndarray:
        name = "duration_predictor"
        if not self.config["use_stochastic_duration_prediction"]:
            x = known
            for number in (1, 2):
                x = np.maximum(self.conv(f"{name}.conv_{number}", x), 0)
                x = self.norm(f"{name}.norm_{number}", x)
            return self.conv(f"{name}.proj", x)[0]
        heard = self.separable(f"{name}.conv_dds", self.conv(f"{name}.conv_pre", known))
        heard = self.conv(f"{name}.conv_proj", heard)
        noise = chance.standard_normal((1, 2, known.shape[1]), np.float32)[0]
        latent = noise * self.config["noise_scale_duration"]
        for number in (4, 3, 2):
            latent = self.bend(f"{name}.flows.{number}", latent[::-1], heard)
        shift, scale = (self.weights[f"{name}.flows.0.{part}"] for part in ("translate", "log_scale"))
        return ((latent[::-1] - shift) * np.exp(-scale))[0]

    def separable(self, name: str, x: np.ndarray) -> np.ndarray:
        for number in range(3):
            h = self.conv(f"{name}.convs_dilated.{number}", x, dilation=3**number)
            h = gelu(self.norm(f"{name}.norms_1.{number}", h))
            h = self.conv(f"{name}.convs_pointwise.{number}", h)
            x = x + gelu(self.norm(f"{name}.norms_2.{number}", h))
        return x

    def bend(self, name: str, latent: np.ndarray, heard: np.ndarray) -> np.ndarray:
        first, second = latent
        h = self.separable(f"{name}.conv_dds", self.conv(f"{name}.conv_pre", first[None]) + heard)
        shapes = self.conv(f"{name}.conv_proj", h).T
        root = math.sqrt(self.config["hidden_size"])
        bent = [
            spline_inverse(y, shape[:10] / root, shape[10:20] / root, shape[20:])
            for y, shape in zip(second, shapes, strict=True)
        ]
        return np.stack([first, np.array(bent)])

    def unflow(self, x: np.ndarray) -> np.ndarray:
        for number in (3, 2, 1, 0):
            first, second = np.split(x[::-1], 2)
            name = f"flow.flows.{number}"
            h, found = self.conv(f"{name}.conv_pre", first), 0.0
            for layer in range(4):
                wave, gate = np.split(self.conv(f"{name}.wavenet.in_layers.{layer}", h), 2)
                opened = np.tanh(wave) / (1 + np.exp(-gate))
                made = self.conv(f"{name}.wavenet.res_skip_layers.{layer}", opened)
                if layer < 3:
                    change, made = np.split(made, 2)
                    h = h + change
                found = found + made
            x = np.concatenate([first, second - self.conv(f"{name}.conv_post", found)])
        return x

    def hifigan(self, x: np.ndarray) -> np.ndarray:
        x = self.conv("decoder.conv_pre", x)
        kernels = len(self.config["resblock_kernel_sizes"])
        for number, rate in enumerate(self.config["upsample_rates"]):
            x = self.conv_transposed(f"decoder.upsampler.{number}", leaky(x), rate)
            made = 0.0
            for kernel, dilations in enumerate(self.config["resblock_dilation_sizes"]):
                block, h = f"decoder.resblocks.{number * kernels + kernel}", x
                for layer, dilation in enumerate(dilations):
                    inner = self.conv(f"{block}.convs1.{layer}", leaky(h), dilation)
                    h = h + self.conv(f"{block}.convs2.{layer}", leaky(inner))
                made = made + h
            x = made / kernels
        return np.tanh(self.conv("decoder.conv_post", leaky(x, 0.01)))[0]


def leaky(x: np.ndarray, slope: float = 0.1) -> np.ndarray:
    return np.where(x > 0, x, slope * x)


def gelu(x: np.ndarray) -> np.ndarray:
    return x * (1 + np.vectorize(math.erf)(x / math.sqrt(2))) / 2


def knots(weights: np.ndarray, bound: float = 5.0) -> np.ndarray:
    shares = np.exp(weights) / np.exp(weights).sum()
    shares = 1e-3 + (1 - 1e-3 * len(shares)) * shares
    return np.concatenate([[-bound], 2 * bound * np.cumsum(shares) - bound])


def spline(x: float, widths: np.ndarray, heights: np.ndarray, slopes: np.ndarray) -> float:
    """y for x: the monotone rational quadratic spline of Durkan et al., equations 4 and 5."""
    across, up = knots(widths), knots(heights)
    rises = np.concatenate([[1.0], 1e-3 + np.log1p(np.exp(slopes)), [1.0]])
    if abs(x) > 5:
        return x
    bin_ = min(max(np.searchsorted(across, x, side="right") - 1, 0), len(widths) - 1)
    width, height = across[bin_ + 1] - across[bin_], up[bin_ + 1] - up[bin_]
    share, slope = (x - across[bin_]) / width, height / width
    above = height * (slope * share**2 + rises[bin_] * share * (1 - share))
    below = slope + (rises[bin_ + 1] + rises[bin_] - 2 * slope) * share * (1 - share)
    return up[bin_] + above / below


def spline_inverse(y: float, widths: np.ndarray, heights: np.ndarray, slopes: np.ndarray) -> float:
    """x for y, by halving, since the spline only rises."""
    if abs(y) > 5:
        return y
    low, high = -5.0, 5.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if spline(middle, widths, heights, slopes) < y else (low, middle)
    return (low + high) / 2
