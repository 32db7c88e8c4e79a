"""The recipe `classifier`: small networks that tell which speaker, emotion, dialect or word, which topic or feeling."""
