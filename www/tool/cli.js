#!/usr/bin/env node
// `npx explainer-article`: the command line of the native tool, with Node's files and streams.

import { chmodSync, readFileSync, readSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { getSystemErrorMap } from "node:util";
import { loadSync } from "./tool.js";

const [STDIN, STDOUT, STDERR] = [0, 1, 2];
const module = new WebAssembly.Module(readFileSync(new URL("./explainer_tool.wasm", import.meta.url)));

/** What the tool asks for; see crates/node/src/system.rs. */
const system = {
  /** @param {string} file */
  read: (file) => said(() => readFileSync(file)),
  readStandardInput: () => said(readAll),
  /**
   * Writes a file at once: a reader of it sees the old text or the new.
   *
   * @param {string} file
   * @param {string} text
   */
  write: (file, text) =>
    said(() => {
      const fresh = join(dirname(file), `.explainer-${process.pid}-${Date.now()}`);
      try {
        writeFileSync(fresh, text, { flag: "wx" });
        chmodSync(fresh, 0o644);
        renameSync(fresh, file);
      } catch (error) {
        rmSync(fresh, { force: true });
        throw error;
      }
    }),
  /** @param {string} text */
  print: (text) =>
    said(() => {
      try {
        writeAll(STDOUT, text);
      } catch (error) {
        // Whoever reads it may stop early, as `head` does.
        if (error.code !== "EPIPE") throw error;
      }
    }),
  /** @param {string} line */
  tell: (line) => {
    try {
      writeAll(STDERR, `${line}\n`);
    } catch {
      // Nobody listens.
    }
  },
};

/**
 * Does something with a file; an error has the words that the native tool has from the system.
 *
 * @template T
 * @param {() => T} act
 */
function said(act) {
  try {
    return act();
  } catch (error) {
    const [, words = String(error.message)] = getSystemErrorMap().get(error.errno) ?? [];
    const number = error.errno < 0 ? ` (os error ${-error.errno})` : "";
    throw new Error(words.charAt(0).toUpperCase() + words.slice(1) + number, { cause: error });
  }
}

function readAll() {
  /** @type {Buffer[]} */
  const parts = [];
  const part = Buffer.alloc(1 << 16);
  for (;;) {
    const length = untilReady(() => readSync(STDIN, part));
    if (length === 0) return Buffer.concat(parts);
    parts.push(Buffer.from(part.subarray(0, length)));
  }
}

/**
 * @param {number} stream
 * @param {string} text
 */
function writeAll(stream, text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) rest = rest.subarray(untilReady(() => writeSync(stream, rest)));
}

/**
 * A pipe may say that it is not ready, where the program at its other end is slow.
 *
 * @param {() => number} act
 */
function untilReady(act) {
  for (;;) {
    try {
      return act();
    } catch (error) {
      // Windows says so at the end of standard input.
      if (error.code === "EOF") return 0;
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

// The tool takes a path apart at its slashes, which Windows reads as well.
const words = process.argv.slice(2).map((word) => (process.platform === "win32" ? word.replaceAll("\\", "/") : word));
process.exitCode = loadSync(module).run(["explainer-article", ...words], system);
