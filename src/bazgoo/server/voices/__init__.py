"""The voices that can speak, under our names and under those that OpenAI's programs know."""
