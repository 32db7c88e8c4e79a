"""Real recordings → a judge: a small recogniser of phonemes, by which it is told whether a voice can be understood."""
