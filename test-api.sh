#!/bin/sh
# The API by curl, a lesson a line:  ./test-api.sh [http://localhost:3001]
# It makes an account of its own and removes it again, with everything that it made; or it uses yours, where the
# studio is on another machine:  EMAIL=… PASSWORD=… ./test-api.sh https://studio.example
set -eu
cd "$(dirname "$0")"
export PYTHONUTF8=1
bazgoo=${BAZGOO:-.venv/bin/python -m bazgoo} python=${BAZGOO_PYTHON:-.venv/bin/python}
studio=${1:-http://localhost:${PORT:-3001}}
here=$(mktemp -d)
json='Content-Type: application/json' failed=0 lessons=0

say() { # Persian, English
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        fa*) printf '\n%s\n' "$1" ;;
        *) printf '\n%s\n' "$2" ;;
    esac
}

# The command as one would type it, then what is answered; a status other than the one expected is a failure.
try() { # expected status, arguments of curl …
    expected=$1
    shift
    lessons=$((lessons + 1))
    printf '  curl'
    for word in "$@"; do
        case "$word" in
            "Authorization: Bearer "*) printf " 'Authorization: Bearer …'" ;;
            *'"password"'*) printf " '{\"email\": …, \"password\": …}'" ;;
            *[!A-Za-z0-9_./:=@-]*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    told=$(curl -sS --max-time 120 -o "$here/answer" -w '%{http_code} %{size_download} %{content_type}' "$@") || told='000 0 -'
    status=${told%% *}
    if [ "$status" = "$expected" ]; then mark='✓'; else mark='✗' failed=$((failed + 1)); fi
    case "$told" in
        *audio/*) shown="${told#* }" ;;
        *) shown=$(shorten <"$here/answer") ;;
    esac
    printf '\n  %s %s  %s\n' "$mark" "$status" "$shown"
}

# The beginning of an answer, without what is secret in it.
shorten() {
    sed -E 's/"(key|access_token|refresh_token)": ?"[^"]*"/"\1":"…"/g' | head -c 200 | iconv -c -f UTF-8 -t UTF-8 2>/dev/null | tr -d '\n' || true
}

# What stands in the last answer under a name, such as user.id.
told() {
    "$python" -c 'import functools, json, sys
print(functools.reduce(lambda at, key: at[key], sys.argv[2].split("."), json.load(open(sys.argv[1], "rb"))))' "$here/answer" "$1" 2>/dev/null || printf none
}

leave() {
    trap - EXIT INT TERM
    if [ -n "${made:-}" ]; then $bazgoo user delete --email "$email" --yes >/dev/null || failed=1; fi
    rm -rf "$here"
}
trap leave EXIT
trap 'exit 130' INT TERM

if [ -n "${EMAIL:-}" ]; then
    email=$EMAIL password=${PASSWORD:?} made=
else
    email="lesson-$$@bazgoo.local" password="lesson-$$-$(od -An -N8 -tx8 /dev/urandom | tr -d ' ')" made=yes
    printf '%s\n' "$password" | $bazgoo user create --email "$email" --username lesson --password-stdin
fi

say "۱. استودیو هست؟ برای پرسیدن، ورود لازم نیست." "1. Is the studio there? Asking needs no login."
try 200 "$studio/health"

say "۲. ورود: نام و گذرواژه می‌دهید، نشانی کوتاه‌عمر می‌گیرید." "2. Log in: an e-mail and a password for a token that lasts minutes."
try 200 "$studio/api/auth/login" -H "$json" -d "{\"email\": \"$email\", \"password\": \"$password\"}"
auth="Authorization: Bearer $(told access_token)"
try 200 "$studio/api/auth/me" -H "$auth"

say "۳. برنامه‌ها کلید می‌گیرند؛ تنها یک بار نشان داده می‌شود." "3. Programs have keys, which are shown once."
try 201 "$studio/api/auth/keys" -H "$auth" -H "$json" -d '{"name": "lesson"}'
key_id=$(told id)
key="Authorization: Bearer $(told key)"

say "۴. که می‌تواند سخن بگوید؟" "4. Who can speak?"
try 200 "$studio/api/voices" -H "$key"

say "۵. متنی را بشنوید: پاسخ، خود صداست." "5. Hear a text: the answer is the sound itself."
try 200 "$studio/api/speech" -H "$key" -H "$json" -d '{"text": "سلام! ساعت ۱۲:۳۰ است.", "format": "mp3"}'

say "۶. همان، به شکل OpenAI: هر برنامه‌ای که آن را می‌شناسد، این را هم می‌شناسد." "6. The same in OpenAI's shape, which many programs know."
try 200 "$studio/v1/audio/speech" -H "$key" -H "$json" -d '{"model": "tts-1", "voice": "alloy", "input": "سلام"}'

say "۷. پیش از شنیدن ببینید هر واژه چگونه خوانده می‌شود." "7. See how each word will be read."
try 200 "$studio/api/text/analyze" -H "$key" -H "$json" -d '{"text": "کتاب خوب ۲۵٪ گران شد."}'

say "۸. تلفظ خودتان را یادش بدهید، و از یادش ببرید." "8. Teach it your own pronunciation, and let it forget."
try 200 -X PUT "$studio/api/lexicon/%D8%A8%D8%A7%D8%B2%DA%AF%D9%88" -H "$key" -H "$json" -d '{"ipa": "bɒːzɡuː"}'
try 204 -X DELETE "$studio/api/lexicon/%D8%A8%D8%A7%D8%B2%DA%AF%D9%88" -H "$key"

say "۹. مجموعه‌داده: پرونده‌ای بفرستید، گزارشش را بخوانید." "9. A dataset: send a file, read its report."
printf 'text,label\nهوا خوب است,خوب\nهوا بد است,بد\n' >"$here/labels.csv"
try 201 "$studio/api/datasets" -H "$key" -F name=lesson -F type=text -F "file=@$here/labels.csv"
dataset=$(told id)
try 200 "$studio/api/datasets/$dataset/records" -H "$key"

say "۱۰. آموزش: پیش از آغاز بپرسید چه می‌خواهد و چه کم است." "10. Training: ask beforehand what it takes, and what is missing."
try 200 "$studio/api/training/check" -H "$key" -H "$json" -d "{\"recipe\": \"classifier\", \"dataset_id\": \"$dataset\"}"
try 200 -X DELETE "$studio/api/datasets/$dataset" -H "$key"

say "۱۱. آنچه نصب است، و آنچه بارگیری می‌شود." "11. What is installed, and what is being downloaded."
try 200 "$studio/api/sources/installed" -H "$key"
try 200 "$studio/api/sources/downloads" -H "$key"

say "۱۲. خطا جمله‌ای است برای شما و کدی برای برنامه؛ به زبانی که بخواهید." "12. An error is a sentence for you and a code for programs, in the language you ask for."
try 422 "$studio/api/speech" -H "$key" -H 'Accept-Language: en' -H "$json" -d '{"text": " "}'
try 404 "$studio/api/datasets/00000000-0000-0000-0000-000000000000" -H "$key" -H 'Accept-Language: fa'
try 401 "$studio/api/auth/me" -H 'Accept-Language: en'

say "۱۳. فهرست‌ها صفحه‌صفحه‌اند: next_cursor را به cursor بدهید." "13. Lists come in pages: give next_cursor as cursor."
try 200 "$studio/api/auth/keys?limit=1" -H "$auth"

say "۱۴. کلید را پاک کنید و بیرون بروید؛ هر دو بی‌درنگ از کار می‌افتند." "14. Delete the key and log out; both end at once."
try 204 -X DELETE "$studio/api/auth/keys/$key_id" -H "$auth"
try 401 "$studio/api/voices" -H "$key"
try 204 -X POST "$studio/api/auth/logout" -H "$auth"
try 401 "$studio/api/auth/me" -H "$auth"

say "$lessons درس، $failed نادرست. همهٔ API: $studio/docs" "$lessons lessons, $failed went wrong. The whole API: $studio/docs"
[ "$failed" = 0 ]
