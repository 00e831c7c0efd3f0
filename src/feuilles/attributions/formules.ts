/**
 * Les formules d'une ligne à remplir. Vides tant que rien n'est saisi, elles donnent ce que `regles` donne, et « à vérifier » là où `regles`
 * refuse : un nombre manquant, négatif ou décimal, une partie plus grande que son total.
 */
import { CLAUSE_DE_MIXITE, RESIDENCES_MAXIMUM } from "../../regles";

const A_VERIFIER = "à vérifier";
const SANS_OBJET = "sans objet";

/** Le total et sa partie : deux cellules voisines, la partie à droite. */
export interface Comptes {
  total: string;
  partie: string;
}

/** La part de la partie, en fraction ; « sans objet » si le total est 0. */
export function part({ total, partie }: Comptes): string {
  const juste = justes(total, [partie]);
  return si(
    `COUNTBLANK(${total}:${partie})=2`,
    '""',
    si(
      `COUNT(${total}:${partie})<2`,
      `"${A_VERIFIER}"`,
      si(`${juste}=0`, `"${A_VERIFIER}"`, si(`${total}=0`, `"${SANS_OBJET}"`, `${partie}/${total}`))
    )
  );
}

/** Ce qui manque, à total constant, pour atteindre l'objectif, en pour-cent. `part` : la cellule qui la porte. */
export function manquantes({ total, partie }: Comptes, part: string, objectif: number): string {
  const requises = `CEILING(ROUND(${total}*${objectif}/100,6),1)`;
  return si(
    `ISNUMBER(${part})`,
    auMoinsZero(`${requises}-${partie}`),
    si(`${part}="${SANS_OBJET}"`, "0", '""')
  );
}

/** Atteint, ou combien il en manque. `part`, `manque` : les cellules qui les portent. */
export function constat(part: string, manque: string): string {
  return si(
    `ISNUMBER(${part})`,
    si(`${manque}=0`, '"objectif atteint"', `"non atteint\u00a0: il en manque "&${manque}`),
    part
  );
}

/** Les cellules d'une opération. */
interface Operation {
  plus: string;
  modestes: string;
  depassements: string;
  subventionnee: string;
}

/** Les résultats d'une opération, par la cellule qui les porte. */
interface Resultats {
  minimum: string;
  maximum: string;
  manquants: string;
  deTrop: string;
}

/** Logements à attribuer au moins à des ménages modestes ; vide tant que les trois nombres ne sont pas justes. */
export function minimum({ plus, modestes, depassements, subventionnee }: Operation): string {
  const juste = `${justes(plus, [modestes, depassements])}*((${subventionnee}="")+(${subventionnee}="Oui")+(${subventionnee}="Non"))`;
  const { modestesMinimum } = CLAUSE_DE_MIXITE;
  return si(
    `COUNT(${plus}:${depassements})<3`,
    '""',
    si(`${juste}=0`, '""', `CEILING(ROUND(${plus}*${modestesMinimum}/100,6),1)`)
  );
}

/** Ménages au plus qui dépassent les plafonds. */
export function maximum({ plus }: Operation, { minimum }: Resultats): string {
  const { depassementsMaximum } = CLAUSE_DE_MIXITE;
  return si(`${minimum}=""`, '""', `INT(ROUND(${plus}*${depassementsMaximum}/100,6))`);
}

export function modestesManquants(operation: Operation, { minimum }: Resultats): string {
  return si(`${minimum}=""`, '""', auMoinsZero(`${minimum}-${operation.modestes}`));
}

export function depassementsDeTrop(operation: Operation, { maximum }: Resultats): string {
  return si(`${maximum}=""`, '""', auMoinsZero(`${operation.depassements}-${maximum}`));
}

/** L'état de la clause, dans les mots de CMS.CLAUSE.MIXITE. */
export function etat(
  { plus, depassements, subventionnee }: Operation,
  { minimum, manquants, deTrop }: Resultats
): string {
  const tenue = si(
    `${manquants}>0`,
    '"non tenue"',
    si(`${deTrop}=0`, '"tenue"', si(`${subventionnee}="Non"`, '"à confirmer"', '"non tenue"'))
  );
  return si(
    `COUNTBLANK(${plus}:${depassements})=3`,
    '""',
    si(`${minimum}=""`, `"${A_VERIFIER}"`, si(`${plus}=0`, `"${SANS_OBJET}"`, tenue))
  );
}

/** La somme d'une colonne ; vide si rien n'y est saisi, à vérifier si une ligne l'est. */
export function somme(colonne: string, parts: string): string {
  return si(
    `COUNTIF(${parts},"${A_VERIFIER}")>0`,
    `"${A_VERIFIER}"`,
    si(`COUNT(${colonne})=0`, '""', `SUM(${colonne})`)
  );
}

/** Un produit, nul si les nombres ne sont pas entiers, positifs, et les parties au plus égales ensemble à leur total. */
function justes(total: string, parties: readonly string[]): string {
  return [
    ...parties.map((partie) => `(${partie}>=0)`),
    `(${parties.join("+")}<=${total})`,
    `(${total}<=${RESIDENCES_MAXIMUM})`,
    ...[total, ...parties].map((cellule) => `(ROUND(${cellule},6)=ROUND(${cellule},0))`),
  ].join("*");
}

function auMoinsZero(difference: string): string {
  return `MAX(0,${difference})`;
}

function si(test: string, alors: string, sinon: string): string {
  return `IF(${test},${alors},${sinon})`;
}
