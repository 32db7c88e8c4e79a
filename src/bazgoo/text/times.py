"""Times of day: ۱۲:۳۰ is ‹دوازده و سی دقیقه›."""

from bazgoo.text.numbers import cardinal

PATTERN = r"(?:[01۰۱]?\d|[2۲][0-4۰-۴]):[0-5۰-۵]\d(?::[0-5۰-۵]\d)?(?![\d:])"


def say_time(written: str) -> str:
    """Say hours, minutes and seconds; a full hour has no minutes, and a span under an hour no hours."""
    hours, minutes, *seconds = (int(part) for part in written.split(":"))
    said = [] if seconds and not hours and minutes else [cardinal(hours)]
    if minutes or any(seconds):
        said.append(f"{cardinal(minutes)} دقیقه")
    if any(seconds):
        said.append(f"{cardinal(seconds[0])} ثانیه")
    return " و ".join(said)
