"""Installed models, and bundles of them."""

from bazgoo.errors.kinds import Forbidden, Invalid, NotFound


class ModelNotFound(NotFound):
    code = "model_not_installed"
    fa = "مدلی به نام «{model}» نصب نیست. فهرست مدل‌های نصب‌شده را ببینید."
    en = "No model named “{model}” is installed. Look at the list of installed models."


class ModelDamaged(Invalid):
    code = "model_damaged"
    fa = "پروندهٔ «{file}» از مدل «{model}» پاک یا خراب شده است. مدل را دوباره نصب کنید."
    en = "The file “{file}” of the model “{model}” is missing or damaged. Install the model again."


class ModelFileNotFound(NotFound):
    code = "model_file_not_found"
    fa = "مدل «{model}» پرونده‌ای به نام «{file}» ندارد. فهرست پرونده‌هایش را ببینید."
    en = "The model “{model}” has no file named “{file}”. Look at the list of its files."


class ModelFilesClosed(Forbidden):
    code = "model_files_closed"
    fa = "«{model}» را کس دیگری آورده است و پرونده‌هایش را تنها او و مدیر می‌گیرند. از او بسته‌ای از آن بخواهید."
    en = "Someone else brought “{model}”, and only they and an admin get its files. Ask them for a bundle of it."


class ModelNotFromHub(Invalid):
    code = "model_not_from_hub"
    fa = "«{model}» از هاب نیامده است و از آنجا درست نمی‌شود. آن را دوباره از بسته‌اش نصب کنید یا از آموزشش بسازید."
    en = "“{model}” did not come from the Hub and cannot be mended from there. Install its bundle again, or make it anew from its training."


class BundleUnsafe(Invalid):
    code = "bundle_unsafe"
    fa = "این بسته چیزی به نام «{name}» دارد که در بستهٔ مدل جایی ندارد؛ هیچ چیز آن نصب نشد. بسته را از جای مطمئنی بگیرید."
    en = "The bundle holds “{name}”, which has no place in one; nothing of it was installed. Get the bundle from someone you trust."


class BundleDamaged(Invalid):
    code = "bundle_damaged"
    fa = "این پرونده بستهٔ سالمی از یک مدل بازگو نیست. آن را دوباره کپی کنید یا با «bazgoo models export» دوباره بسازید."
    en = "This file is not an intact bundle of a Bazgoo model. Copy it again, or make it anew with `bazgoo models export`."


class ImportUnusable(Invalid):
    code = "import_unusable"
    fa = "با «{file}» نمی‌توان چیزی نصب کرد. یک بسته ‎(.tar)‎ بدهید، یا صدای Piper را با هر دو پرونده‌اش: ‎.onnx‎ و ‎.onnx.json‎."
    en = "“{file}” cannot be installed. Give one bundle (.tar), or a Piper voice with both its files: .onnx and .onnx.json."


class ExampleUnfit(Invalid):
    code = "example_unfit"
    fa = "این دسته‌بند {wanted_fa} می‌خواهد. همان را بدهید."
    en = "This classifier wants {wanted_en}. Give it that."
