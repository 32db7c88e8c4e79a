// A page for tests: reads with the archive that lies beside it, from whatever address it is served.
import { chooseLanguage } from "@/lib/language";
import { openReader } from "@/inpage/reader/openReader";
import { Problem } from "@/lib/problem";

const reader = openReader(async () => (await fetch("reader.zip")).arrayBuffer());

await chooseLanguage("en");
Object.assign(window, { reader, Problem });
