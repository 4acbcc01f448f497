import { Fragment } from "react";

const NAME = /(consilium(?:\.[a-z0-9-]+)+)/;

/** Words that name settings: a name goes on in the next line after a dot and nowhere else, from left to right in any language. */
export function SettingNames({ text }: { text: string }) {
  return text.split(NAME).map((part, at) => (at % 2 === 0 ? part : <bdi key={at} dir="ltr">{(part.match(/[^.]+\.?/g) ?? []).map((piece, n) => <Fragment key={n}>{n > 0 && <wbr />}<span className="whitespace-nowrap">{piece}</span></Fragment>)}</bdi>));
}
