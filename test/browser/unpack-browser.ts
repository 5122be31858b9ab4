import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-stream';

const require = createRequire(import.meta.url);
/** 書体は npm で届いたものだけを使う。計算機に入っている書体で結果が変わらないように。 */
const JAPANESE_FONTS = ['400Regular/BIZUDGothic_400Regular.ttf', '700Bold/BIZUDGothic_700Bold.ttf'];
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family><family>BIZ UDGothic</family></prefer></alias>
  <alias><family>serif</family><prefer><family>BIZ UDGothic</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>BIZ UDGothic</family></prefer></alias>
</fontconfig>
`;
const UNFINISHED = /^unpacking-(\d+)-/;
/** これより古い展開途中のフォルダは、止められた走行の残り。展開は数秒で終わる。 */
const ABANDONED_AFTER_MS = 10 * 60_000;

export interface UnpackedBrowser {
  readonly executable: string;
  /** 素の計算機に無い共有ライブラリ */
  readonly libraries: string;
  readonly fontsConf: string;
}

/**
 * npm で届いたブラウザーの包みを cache に展開する。展開済みならそれを使う。
 * 別名のフォルダに展開し終えてから名前を付け替えるので、半端なものが正しい名前で残ることはなく、
 * 同時に走っても先に終えた方だけが残る。
 */
export async function unpackBrowser(cache: string): Promise<UnpackedBrowser> {
  const chromium = join(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const packs = join(chromium, 'bin');
  const folder = join(cache, `chromium-${recipe(chromium)}`);
  removeAbandoned(cache);
  if (!existsSync(folder)) await unpackInto(packs, folder, cache);
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib'), fontsConf: join(folder, 'fonts.conf') };
}

/** 何を、どう展開したか。どちらかが変われば別のフォルダになる。 */
function recipe(chromium: string): string {
  const { version } = JSON.parse(readFileSync(join(chromium, 'package.json'), 'utf8')) as { version: string };
  const how = createHash('sha256').update(readFileSync(import.meta.filename)).digest('hex').slice(0, 8);
  return `${version}-${process.arch}-${how}`;
}

async function unpackInto(packs: string, folder: string, cache: string): Promise<void> {
  const draft = mkdtempSync(join(cache, `unpacking-${process.pid}-`));
  try {
    await pipeline(createReadStream(join(packs, 'chromium.br')), createBrotliDecompress(), createWriteStream(join(draft, 'chromium'), { mode: 0o755 }));
    await untar(join(packs, 'al2023.tar.br'), join(draft, 'lib'));
    await untar(join(packs, 'fonts.tar.br'), join(draft, 'fonts'), /\.ttf$/);
    for (const font of JAPANESE_FONTS) copyFileSync(require.resolve(`@expo-google-fonts/biz-udgothic/${font}`), join(draft, 'fonts', basename(font)));
    writeFileSync(join(draft, 'fonts.conf'), FONTS_CONF);
    renameSync(draft, folder);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    // 同時に走った別の走行が先に置いた。中身は同じ。
    if (!existsSync(folder)) throw cause;
  }
}

async function untar(pack: string, into: string, wanted: RegExp = /./): Promise<void> {
  mkdirSync(into, { recursive: true });
  const entries = extract();
  const feeding = pipeline(createReadStream(pack), createBrotliDecompress(), entries);
  for await (const entry of entries) {
    if (entry.header.type === 'file' && wanted.test(entry.header.name)) {
      await pipeline(entry, createWriteStream(join(into, basename(entry.header.name)), { mode: 0o755 }));
    } else entry.resume();
  }
  await feeding;
}

function removeAbandoned(cache: string): void {
  for (const name of readdirSync(cache)) {
    if (!UNFINISHED.test(name)) continue;
    const path = join(cache, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > ABANDONED_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
}
