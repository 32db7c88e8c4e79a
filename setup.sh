#!/bin/sh
# Installs Bazgoo into this checkout: a Python environment in .venv, the libraries, the studio's pages.
# Run again it does nothing, unless something that it installs from has changed.  --light leaves training out;
# --again installs what was chosen the last time, as start.sh does.
set -eu
cd "$(dirname "$0")"
here=$(pwd -P)
export PYTHONUTF8=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
log=$here/.venv/setup.log

say() { # Persian, English
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        fa*) printf '%s\n' "$1" ;;
        *) printf '%s\n' "$2" ;;
    esac
}

fail() {
    say "$@" >&2
    exit 1
}

extras='[training]'
for argument in "$@"; do
    case "$argument" in
        --light) extras= ;;
        --test) extras='[test,training]' ;;
        --again) [ ! -f .venv/installed ] || read -r extras <.venv/installed || true ;;
        *) fail "گزینهٔ $argument را نمی‌شناسم؛ setup.sh تنها --light و --again را می‌پذیرد." "Unknown option $argument: setup.sh takes --light and --again." ;;
    esac
done

newest_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    return 1
}

make_environment() {
    "$1" -m venv .venv >"$here/.venv-failure" 2>&1 && rm -f "$here/.venv-failure" && return
    # Debian packs ensurepip apart: borrow the pip that Python has.
    if "$1" -m venv --clear --without-pip .venv >>"$here/.venv-failure" 2>&1 &&
        "$1" -m pip --python .venv/bin/python install --quiet pip >>"$here/.venv-failure" 2>&1; then
        rm -f "$here/.venv-failure"
        return
    fi
    full=$(grep -c 'No space left' "$here/.venv-failure" || true)
    rm -rf .venv "$here/.venv-failure"
    [ "$full" = 0 ] || no_space
    fail "ساختن محیط پایتون نشد. بستهٔ venv پایتون را نصب کنید (در دبیان و اوبونتو: apt install python3-venv) و دوباره اجرا کنید." \
        "The Python environment could not be made. Install Python's venv package (Debian, Ubuntu: apt install python3-venv) and run this again."
}

no_space() {
    fail "جا روی دیسک تمام شد: بازگو به حدود $needed_mb مگابایت جا نیاز دارد (با --light کمتر). جا باز کنید و دوباره اجرا کنید." \
        "The disk is full: Bazgoo needs about $needed_mb MB (less with --light). Free some space and run this again."
}

explain_failure() {
    if grep -qiE 'No space left|Disk quota' "$log"; then no_space; fi
    if grep -qiE 'NewConnectionError|ConnectTimeout|ReadTimeout|NameResolution|Max retries|ProxyError|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ECONNRESET|SSLError' "$log"; then
        fail "به مخزن بسته‌ها نرسیدم: خط اینترنت یا پراکسی را ببینید و دوباره اجرا کنید؛ آنچه رسیده نگه داشته شده است." \
            "The package index did not answer: check the line or the proxy and run this again; what has arrived is kept."
    fi
    tail -n 15 "$log" >&2
    fail "نصب نشد؛ سطرهای بالا و .venv/setup.log می‌گویند چرا." "The installation failed; the lines above and .venv/setup.log say why."
}

install() { # what pip is to install; a dot every two seconds
    .venv/bin/python -m pip install --quiet -c constraints.txt "$@" >"$log" 2>&1 &
    pip=$!
    trap 'kill "$pip" 2>/dev/null; exit 130' INT TERM
    while kill -0 "$pip" 2>/dev/null; do
        [ -t 1 ] && printf '.'
        sleep 2
    done
    [ -t 1 ] && printf '\n'
    trap - INT TERM
    wait "$pip"
}

# PyTorch with CUDA where there is an NVIDIA GPU, without it elsewhere: pip alone would take either.
install_torch() {
    wanted="torch==$torch+cpu"
    [ -z "$gpu" ] || wanted="torch===$torch"
    install "$wanted" && return
    grep -q 'No matching distribution' "$log" || explain_failure
    [ -n "$gpu" ] || [ "$(uname -sm)" != 'Linux x86_64' ] || say \
        "بسته‌ای از PyTorch بدون CUDA نزد pip نیست؛ بستهٔ کامل می‌آید که حدود ۳ گیگابایت است. برای بستهٔ کوچک، فهرست CPU پای‌تورچ را در PIP_EXTRA_INDEX_URL بگذارید و دوباره اجرا کنید؛ یا با --light بخش آموزش را کنار بگذارید." \
        "pip knows no PyTorch without CUDA; the whole one comes, about 3 GB. For the small one put PyTorch's index of CPU builds into PIP_EXTRA_INDEX_URL and run this again; or leave training out with --light."
}

# What the installation is made from; the place too, since an environment does not survive being moved.
fingerprint() {
    {
        printf '%s %s\n' "$here" "$1"
        cksum pyproject.toml constraints.txt hatch_build.py
        find web -name node_modules -prune -o -type f -exec cksum {} + | sort
    } | cksum
}

[ -x .venv/bin/python ] && [ -f src/bazgoo/pages/index.html ] &&
    [ "$(cat .venv/installed 2>/dev/null)" = "$extras
$(fingerprint "$extras")" ] && exit 0

torch=$(sed -n 's/^torch==//p' constraints.txt)
gpu=$(nvidia-smi --query-gpu=name --format=csv,noheader 2>/dev/null || true)
needed_mb=1500
case "$extras" in *training*) needed_mb=2400; [ -z "$gpu" ] || needed_mb=9000 ;; esac

python=$(newest_python) || fail \
    "بازگو به پایتون ۳٫۱۱ یا تازه‌تر نیاز دارد و روی این دستگاه پیدا نشد. آن را نصب کنید و دوباره اجرا کنید." \
    "Bazgoo needs Python 3.11 or newer, and there is none on this machine. Install it and run this again."
free_kb=$(df -Pk . | awk 'NR == 2 { print $4 }')
[ "$free_kb" -ge "$((needed_mb * 1000))" ] || [ -d .venv ] || no_space

say "بازگو نصب می‌شود؛ بار نخست چند دقیقه طول می‌کشد…" "Installing Bazgoo; the first time takes some minutes…"
if [ -d .venv ] && ! .venv/bin/python -c 'import pip' >/dev/null 2>&1; then rm -rf .venv; fi
[ -d .venv ] || make_environment "$python"
case "$extras" in *training*) install_torch ;; esac
install -e ".$extras" || explain_failure
printf '%s\n%s\n' "$extras" "$(fingerprint "$extras")" >.venv/installed
say "نصب شد." "Installed."
