# ruff: noqa: E501 - a sentence is read as one line
"""Sentences that complete an error or a finding, each as (Persian, English)."""

WAYS = {
    "dns": ("نام آن پیدا نشد. اتصال اینترنت و DNS را بررسی کنید.", "its name was not found. Check the connection and DNS."),
    "refused": ("اتصال پذیرفته نشد. اینترنت یا نشانی را بررسی کنید.", "the connection was refused. Check the network or the address."),
    "reset": ("اتصال میان راه قطع شد. دوباره امتحان کنید.", "the connection was cut on the way. Try again."),
    "timeout": ("پاسخی نرسید. خط کند یا بسته است؛ دوباره امتحان کنید.", "no answer came. The line is slow or closed; try again."),
    "tls": ("گواهی امنیتی آن پذیرفتنی نبود. ساعت دستگاه و شبکه را بررسی کنید.", "its certificate was not acceptable. Check the clock and the network."),
    "proxy": ("پراکسی کار نکرد. نشانی و رمز پراکسی را بررسی کنید.", "the proxy did not work. Check its address and password."),
    "server": ("سرور آن فعلاً کار نمی‌کند. کمی بعد دوباره امتحان کنید.", "its server is not working now. Try again a little later."),
    "line": ("خط قطع شد. دوباره امتحان کنید.", "the line failed. Try again."),
}  # fmt: skip
"""Why a host was not reached."""

GATES = {
    "login": ("توکن هاب را در تنظیمات وارد کنید و در صفحهٔ مدل درخواست دسترسی بدهید.", "enter your Hub token in the settings and ask for access on the model's page."),
    "ask": ("در صفحهٔ مدل در هاب (huggingface.co/{repo}) درخواست دسترسی بدهید.", "ask for access on its page, huggingface.co/{repo}."),
    "pending": ("درخواست شما در انتظار پاسخ صاحب مدل است. بعداً دوباره امتحان کنید.", "your request is waiting for the author. Try again later."),
    "rejected": ("صاحب مدل درخواست شما را رد کرده است. مدل دیگری انتخاب کنید.", "the author rejected your request. Choose another model."),
}  # fmt: skip
"""Why access is restricted, and what to do."""

NOTHING = {
    "empty": ("این مخزن خالی است. مخزن دیگری انتخاب کنید.", "the repository is empty. Choose another."),
    "globs": ("هیچ پرونده‌ای با الگوی خواسته‌شده جور نیست.", "no file matches the patterns."),
    "voice": ("صدایی به این نام در آن نیست. یکی از فهرست صداهایش را انتخاب کنید.", "it has no such voice. Choose one from its list of voices."),
    "choose": ("صداهای بسیاری دارد؛ یکی را از فهرست انتخاب کنید.", "it holds many voices; choose one from the list."),
}  # fmt: skip
"""Why there is nothing to download."""

WHY_NOT = {
    "empty": ("این مخزن خالی است.", "The repository is empty."),
    "pickle": ("تنها وزن‌های pickle دارد که با بازکردنشان می‌توان هر برنامه‌ای را اجرا کرد؛ بازگو آن‌ها را باز نمی‌کند.", "It holds only pickled weights, which can run any program when opened; Bazgoo does not open them."),
    "coqui": ("مدل Coqui است و وزن‌هایش pickle است؛ بازگو آن را باز نمی‌کند. نسخهٔ ONNX آن را پیدا کنید.", "A Coqui model whose weights are pickled; Bazgoo does not open them. Look for its ONNX export."),
    "speecht5": ("SpeechT5 به بردار گوینده و رمزگشای جدا نیاز دارد و هنوز اینجا اجرا نمی‌شود.", "SpeechT5 needs a speaker vector and a separate vocoder; it does not run here yet."),
    "vocoder": ("تنها رمزگشای صداست (vocoder) و به‌تنهایی سخن نمی‌گوید.", "Only a vocoder; it does not speak by itself."),
    "recogniser": ("گفتار را به متن تبدیل می‌کند؛ برای خواندن متن به کار نمی‌آید.", "It turns speech into text; it does not read aloud."),
    "nemo": ("بایگانی NeMo است که اینجا اجرا نمی‌شود.", "A NeMo archive, which does not run here."),
    "language": ("مدل زبانی است و صدا نمی‌سازد.", "A language model; it makes no sound."),
    "tfjs": ("برای TensorFlow.js است و در مرورگر اجرا می‌شود.", "Made for TensorFlow.js; it runs in a browser."),
    "classifier": ("دسته‌بندی است که با بازگو آموخته شده: می‌گوید هر چیز از کدام دسته است و صدا نمی‌سازد.", "A classifier that was taught with Bazgoo: it tells what something is, and does not speak."),
    "dataset": ("مجموعه‌داده است، نه مدل؛ نگه داشته می‌شود.", "A dataset, not a model; it is kept."),
    "unknown": ("قالب آن شناخته نشد؛ نگه داشته می‌شود ولی اجرا نمی‌شود.", "Its format is unknown; it is kept but not run."),
}  # fmt: skip
"""Why no engine here runs a repository."""
