import fc from "fast-check";
import { FONCTIONS_NATIVES, VALEURS_SEULEMENT } from "../../src/natif";

/** Un morceau de formule : son texte, et s'il est un appel du complément. */
interface Morceau {
  texte: string;
  cms: boolean;
}

const hors = (texte: string): Morceau[] => [{ texte, cms: false }];
export const texteDe = (morceaux: readonly Morceau[]): string =>
  morceaux.map(({ texte }) => texte).join("");

export const OPERANDES = [
  "B2",
  "$C$3",
  "B2:B9",
  "C2:C9",
  "D2:D8",
  "A:A",
  "'Le ''CMS.X(1)'!B2",
  "Feuil2!B2:B9",
  "Tab[Déficit]",
  "Tab[[#This Row],[Taux (%)]]",
  "deficits",
  "CMS.SEUIL",
  "12.5",
  "20%",
  "-3",
  '"abaissant"',
  '"CMS.OBJECTIF(1,""2"")"',
  "TRUE",
  "#N/A",
  "{1,2;3,4}",
  "RAND()",
  "CMS.TENSION",
  "B2#",
  "",
];

export const nomCms = fc
  .tuple(
    fc.constantFrom(...FONCTIONS_NATIVES, ...VALEURS_SEULEMENT.keys(), "INVENTEE"),
    fc.constantFrom("CMS.", "cms.", "_xldudf_CMS_", "[2]!_xldudf_cms_"),
    fc.constantFrom("", " ", "\n")
  )
  .map(([nom, prefixe, blanc]) => {
    const ecrit = prefixe.includes("_") ? nom.replaceAll(".", "_") : nom;
    return `${prefixe}${prefixe === "cms." ? ecrit.toLowerCase() : ecrit}${blanc}`;
  });

const { expression } = fc.letrec<{ expression: Morceau[]; liste: Morceau[] }>((lier) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: "formule" },
    { weight: 3, arbitrary: fc.constantFrom(...OPERANDES).map(hors) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(nomCms, lier("liste"))
        .map(([nom, liste]) => [{ texte: `${nom}(${texteDe(liste)})`, cms: true }]),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom("IF", "SUM", "IFERROR", "IFNA", "INDEX", "(", "_xlfn.LET"),
          lier("liste")
        )
        .map(([nom, liste]) => [...hors(nom === "(" ? "(" : `${nom}(`), ...liste, ...hors(")")]),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          lier("expression"),
          fc.constantFrom("+", " * ", "&", "<=", "^-", " ", ":"),
          lier("expression")
        )
        .map(([gauche, operateur, droite]) => [...gauche, ...hors(operateur), ...droite]),
    }
  ),
  liste: fc
    .array(lier("expression"), { minLength: 1, maxLength: 3, depthIdentifier: "formule" })
    .map((arguments_) =>
      arguments_.flatMap((argument, rang) => [...hors(rang > 0 ? "," : ""), ...argument])
    ),
}));

export const formuleAuHasard = fc
  .tuple(fc.constantFrom("", "="), expression)
  .map(([egal, morceaux]) => [...hors(egal), ...morceaux]);
