import { enfant, type ElementXml } from "../xml";
import type { Raison } from "./rapport";

/** Les erreurs qu'un calcul rend. Les autres disent que la formule n'a pas été calculée. */
const ERREURS_DE_CALCUL: ReadonlySet<string> = new Set(
  "#VALUE! #N/A #DIV/0! #NUM! #REF! #NULL!".split(" ")
);

/**
 * Une erreur qui ne vient pas du calcul. `vm` : une erreur récente (#BUSY!, #CONNECT!), que `v` remplace par une ancienne. Google Sheets
 * écrit « #NAME? » en texte.
 */
export function valeurMorte(c: ElementXml): Raison | undefined {
  const { t, vm } = c.attributs;
  const erreur = enfant(c, "v")?.texte ?? "";
  if (t !== "e" && !(t === "str" && erreur === "#NAME?")) return undefined;
  return vm === undefined && ERREURS_DE_CALCUL.has(erreur)
    ? undefined
    : { code: "valeur-morte", erreur };
}
