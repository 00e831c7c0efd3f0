import { DATE_ECRITE, normaliserTitre } from "../tableau";

export const ABANDONNEE = "(abandonnee?s?|annulee?s?|retiree?s?|caducs?|caduques?)";

const QUAND = `( (le|depuis le) ${DATE_ECRITE}| (en|depuis|fin|debut|courant)( \\p{L}+)? 20\\d\\d)?`;
const POURQUOI = "( ?:.*| (par|suite|faute|car|apres|en raison|a cause) .*)?";
const SUJET =
  "(le |l'|ce |cette )?(projet|operation|programme)( est| a ete)?( ?:)? (definitivement |finalement )?";
const EN_ENTIER = `${ABANDONNEE}( ?(/|et|ou) ?${ABANDONNEE})?( definitivement)?( (du contrat|de la liste))?${QUAND}${POURQUOI}`;
const ACTE = `(abandon|(abandon|annulation) (du projet|de l'operation|du programme))${QUAND}${POURQUOI}`;

/** « Permis déposé, retiré » : c'est le permis. Seul le premier morceau se passe de dire quoi est abandonné. */
const SEUL = new RegExp(`^(${EN_ENTIER}|${ACTE})$`, "u");
const NOMME = new RegExp(`^${SUJET}${EN_ENTIER}$`, "u");
const SEPARATEUR = /[,;(\n]|\.(?!\d)|\s[-–—]\s/;

/** Ce qui en fait douter, ou dit que les logements restent à faire, autrement. */
const DOUTE =
  /\?|\b(non|si|mais|puis|sauf|autre|partie|moitie|(risque|envisag|eventuel|possible|probable|peut|pourr|menac|confirm|contest|attente|reserve|repri|relanc|remplac|reactiv|redemarr|reprogramm|report|substitu|nouve|mainten|profit|partiel|tranche)\w*)\b/;

/** Un texte affirme-t-il que l'opération ne se fera pas ? « Non annulée », « risque d'abandon » ou « abandon envisagé » ne l'affirment pas. */
export function ditAbandonnee(texte: string | null): boolean {
  const ecrit = (texte ?? "").replace(/\((e?s?)\)/gi, "$1");
  if (DOUTE.test(normaliserTitre(ecrit))) return false;
  return ecrit
    .split(SEPARATEUR)
    .map((morceau) => normaliserTitre(morceau.replace(/\)/g, " ")))
    .some((morceau, rang) => NOMME.test(morceau) || (rang === 0 && SEUL.test(morceau)));
}
