import { Writable } from 'node:stream';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, padDisplay } from './display-width.js';
import { printable } from './printable.js';
import { withProgress } from './progress.js';
import { styleFor } from './style.js';
import { flow, wrapText } from './wrap-text.js';

describe('端末での幅', () => {
  it.each([
    ['半角は1', 'abc 1', 5],
    ['全角は2', '山口市', 6],
    ['半角カナは1', 'ｱｲｳ', 3],
    ['濁点の付いた半角カナ', 'ｶﾞ', 2],
    ['異体字選択子は前の字に付く', '葛\u{E0100}', 2],
    ['結合文字は前の字に付く', 'か\u3099', 2],
    ['制御文字は幅がない', '\u0007\u200b', 0],
    ['曖昧な幅の字は広く数える', '①…', 4],
    ['面の外の漢字', '𠮷', 2],
    ['空', '', 0],
  ])('%s', (_, text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('幅の分だけ空白を足し、はみ出す文字は切らない', () => {
    expect(padDisplay('条', 5)).toBe('条   ');
    expect(padDisplay('連携協約', 3)).toBe('連携協約');
  });
});

describe('折返し', () => {
  it('どの行も幅に収まり、空白のほかの文字を一つも失わない', () => {
    const text = fc.string({ unit: fc.constantFrom(...'連携協約、。（）「」abc 12ー…'), maxLength: 120 });
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 60 }), (line, width) => {
        const lines = wrapText(line, width);
        for (const wrapped of lines) expect(displayWidth(wrapped)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
      }),
    );
  });

  it.each([
    ['句点を行頭に置かない', '一二三四五。六', 10, ['一二三四', '五。六']],
    ['開き括弧を行末に置かない', '一二三四（五）', 10, ['一二三四', '（五）']],
    ['英語は語の間で折る', 'read an agreement', 10, ['read an', 'agreement']],
    ['長い語は途中で折る', 'abcdefghijkl', 5, ['abcde', 'fghij', 'kl']],
    ['改行はそのまま', '一\n\n二', 10, ['一', '', '二']],
  ])('%s', (_, text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  it('項目は途中で折らず、入るだけ横に並べる', () => {
    expect(flow(['ア 経済', 'イ 観光', 'ウ その他'], 16)).toEqual(['ア 経済  イ 観光', 'ウ その他']);
    expect(flow([], 10)).toEqual([]);
    expect(flow(['とても長い項目の名前'], 10)).toEqual(['とても長い', '項目の名前']);
  });
});

describe('他人の書いた文字を端末に出す', () => {
  it('端末を動かす文字は、見える印に替える', () => {
    expect(printable('\u001b[31m赤\u0007\u009b2J')).toBe('␛[31m赤␇�2J');
    expect(printable('右から左\u202e逆')).toBe('右から左�逆');
    expect(printable('一行目\r\n二行目\t表')).toBe('一行目⏎二行目 表');
  });
});

describe('飾り', () => {
  const stream = (isTTY: boolean) => Object.assign(new Writable(), { isTTY });
  it.each([
    ['端末なら付ける', true, {}, true],
    ['端末でなければ付けない', false, {}, false],
    ['NO_COLOR があれば付けない', true, { NO_COLOR: '1' }, false],
    ['空の NO_COLOR は無いのと同じ', true, { NO_COLOR: '' }, true],
    ['FORCE_COLOR があれば端末でなくても付ける', false, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 は付けない', true, { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR は NO_COLOR に勝つ', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['飾れない端末には付けない', true, { TERM: 'dumb' }, false],
  ])('%s', (_, isTTY, env, painted) => {
    expect(styleFor(stream(isTTY), env).bold('題') !== '題').toBe(painted);
  });
});

describe('経過の表示', () => {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-progress-'));
  const terminal = (name: string) => {
    const path = join(folder, name);
    return { path, stream: Object.assign(new Writable(), { isTTY: true, fd: openSync(path, 'w') }) };
  };

  it('長い計算の間も経過を書き、終わったら消す', async () => {
    const { path, stream } = terminal('long');
    const result = await withProgress({ stream, label: '読んでいます', seconds: '{seconds}秒', quietFor: 0 }, async () => {
      // 計算でスレッドを塞ぎ、別のスレッドが書くのを待つ（書かれなければ、次の確かめで落ちる）。
      for (const end = Date.now() + 20_000; Date.now() < end && !readFileSync(path, 'utf8').includes('読んでいます… 0秒'); );
      return 7;
    });
    expect(result).toBe(7);
    expect(readFileSync(path, 'utf8')).toMatch(/^\r\u001b\[K読んでいます… 0秒[^]*\r\u001b\[K$/);
  });

  it('すぐ終わる仕事では何も書かない', async () => {
    const { path, stream } = terminal('short');
    await withProgress({ stream, label: '読んでいます', seconds: '{seconds}秒', quietFor: 60_000 }, async () => 1);
    expect(readFileSync(path, 'utf8')).toBe('');
  });

  it('端末でなければ何も書かず、失敗はそのまま伝える', async () => {
    const stream = Object.assign(new Writable(), { isTTY: false, fd: 2 });
    await expect(withProgress({ stream, label: '', seconds: '', quietFor: 0 }, async () => Promise.reject(new Error('故障')))).rejects.toThrow('故障');
    rmSync(folder, { recursive: true, force: true });
  });
});
