import fc from "fast-check";
import { controlerLecture, type ControleDuClasseur } from "../../src/controle";
import { lireTableaux, type FeuilleLue } from "../../src/tableau";
import { communes, disposer, disposition, SANS_APPRET } from "../outils/disposer";

const CONTEXTE = {
  plh: true,
  avisCnsru: "rendu",
  accords: "tous",
  periodesConsecutives: 1,
} as const;

/** Ce qui se dit de la façon d'écrire, et non du contrat. */
const DE_LA_LECTURE = new Set(["nombre-en-texte", "unite-convertie", "lignes-masquees"]);

const controler = (feuille: FeuilleLue): ControleDuClasseur =>
  controlerLecture(lireTableaux(feuille), CONTEXTE);

/** Verdict, sommes et constats, sans leur place ni ce que la cellule affiche. */
const dire = ({ verdict, controles }: ControleDuClasseur): unknown => [
  verdict,
  controles.map(({ type, totaux, bareme, constats }) => [
    type,
    bareme.periode,
    totaux,
    constats
      .filter(({ code }) => !DE_LA_LECTURE.has(code))
      .map(({ code, gravite, commune = null, valeurs }) =>
        JSON.stringify([code, gravite, commune, { ...valeurs, affiche: "" }])
      )
      .sort(),
  ]),
];

test.each([
  ["Contrat mutualisant 2026-2028", true],
  ["CMS abaissant, triennal 2026-28", false],
  ["Contrat sans aménagement – 9e période triennale", false],
])(
  "%s : la disposition ne change ni les constats, ni leurs nombres, ni les sommes",
  (titre, mutualise) => {
    fc.assert(
      fc.property(communes, disposition, (liste, tiree) => {
        const titres = tiree.titres.map((rang) => (rang === 1 && !mutualise ? 0 : rang));
        const d = { ...tiree, titres };
        // Un total juste n'ajoute rien : la disposition de référence n'en a pas.
        expect(dire(controler(disposer(liste, d, titre)))).toEqual(
          dire(controler(disposer(liste, SANS_APPRET, titre)))
        );
      }),
      { numRuns: 150 }
    );
  }
);
