import fc from "fast-check";
import { feuilleLue } from "../../src/commande/feuille-lue";
import { texteAffiche } from "../../src/commande/texte-affiche";
import { controlerLecture } from "../../src/controle";
import { lireXlsx } from "../../src/fichier";
import { enoncerConstat, enoncerVerdict } from "../../src/redaction";
import { lireTableaux, type Cellule, type FeuilleLue } from "../../src/tableau";
import { Corpus } from "../outils/corpus";

/** Les feuilles du corpus, abîmées au hasard : des cellules hostiles, une colonne ou une ligne en moins, des fusions. */
const CORPUS = new Corpus("fabriques");

const HOSTILES: Pick<Cellule, "valeur" | "format">[] = [
  { valeur: null, format: "General" },
  { valeur: " ", format: "General" },
  { valeur: "NC", format: "General" },
  { valeur: "env. 120", format: "General" },
  { valeur: '=HYPERLINK("http://exemple.test";"Ici")', format: "@" },
  { valeur: -1, format: "General" },
  { valeur: 1e15, format: "0" },
  { valeur: 0.5, format: "0%" },
  { valeur: 45_658, format: "dd/mm/yyyy" },
  { valeur: true, format: "General" },
  { valeur: { erreur: "#REF!" }, format: "General" },
  { valeur: "Total", format: "General" },
  { valeur: "CC du Val", format: "General" },
  { valeur: "Période 2023-2025", format: "General" },
  { valeur: "Commune", format: "General" },
  { valeur: "›", format: "General" },
];

const alteration = fc.record({
  cellules: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...HOSTILES)), { maxLength: 12 }),
  sansColonne: fc.option(fc.nat()),
  sansLigne: fc.option(fc.nat()),
  fusions: fc.subarray(["A1:C3", "B2:XFD9", "A1:A1048576"]),
});

type Alteration = typeof alteration extends fc.Arbitrary<infer A> ? A : never;

function alterer(feuille: FeuilleLue, alteration: Alteration): FeuilleLue {
  const cellules = feuille.cellules.map((ligne) => [...ligne]);
  const largeur = cellules[0]?.length ?? 1;
  for (const [i, j, hostile] of alteration.cellules) {
    const ligne = cellules[i % cellules.length];
    if (ligne)
      ligne[j % largeur] = { ...hostile, texte: texteAffiche(hostile.valeur, hostile.format) };
  }
  if (alteration.sansLigne !== null) cellules.splice(alteration.sansLigne % cellules.length, 1);
  const { sansColonne } = alteration;
  if (sansColonne !== null) for (const ligne of cellules) ligne.splice(sansColonne % largeur, 1);
  return { ...feuille, cellules, fusions: [...(feuille.fusions ?? []), ...alteration.fusions] };
}

test("quoi qu'on y change, une réponse qui se dit, jamais une exception", async () => {
  const classeurs = await Promise.all(CORPUS.noms().map((nom) => lireXlsx(CORPUS.octets(nom))));
  const feuilles = classeurs
    .flatMap((classeur) => classeur.feuilles.map(feuilleLue))
    .filter(({ cellules }) => cellules.length < 100);
  fc.assert(
    fc.property(fc.constantFrom(...feuilles), alteration, (feuille, changements) => {
      const lectures = [lireTableaux(alterer(feuille, changements)), lireTableaux(feuille)];
      const { controles, constats } = controlerLecture(lectures);
      for (const constat of [...constats, ...controles.flatMap((controle) => controle.constats)])
        expect(enoncerConstat(constat)).not.toMatch(/undefined|NaN|\[object/);
      for (const controle of controles)
        expect(enoncerVerdict(controle)).not.toMatch(/undefined|NaN/);
    }),
    { numRuns: 500 }
  );
});
