import fc from "fast-check";
import { controlerLecture, type ContexteDeControle } from "../../src/controle";
import { enoncerConstat, enoncerVerdict, phraserCondition } from "../../src/redaction";
import { BAREMES, partSuperieure, pourcentEnMillioniemes } from "../../src/regles";
import { lireTableaux, type ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

const TITRES = [
  "EPCI",
  "Commune",
  "INSEE",
  "LS manquants au 01/01/2025",
  "Taux LS",
  "Taux SRU",
  "Écart (points)",
  "Taux avant",
  "Objectif 2026-2028 avant CMS",
  "Objectif 2026-2028 après CMS",
  "Taux après",
  "Type de contrat",
  "Accord",
  "PLH",
  "Avis CNSRU",
  "Nouvelle entrante",
  "Exemptée",
  "Rang de la période",
  "Population",
  "PLAI",
  "PLS",
  "Prioritaire",
];

const cellule = fc.oneof(
  fc.integer({ min: -10, max: 2000 }),
  fc.double({ noNaN: true, min: -1, max: 30 }),
  fc.constantFrom<ValeurDeCellule>(
    null,
    "",
    "NC",
    "oui",
    "non",
    "mutualisant",
    "abaissant",
    "=A1",
    "1 234",
    "33 %",
    true,
    0.33,
    0.15,
    4,
    { erreur: "#REF!" }
  ),
  fc.string({ maxLength: 8 })
);
const contexte: fc.Arbitrary<ContexteDeControle> = fc.record(
  {
    plh: fc.option(fc.boolean()),
    avisCnsru: fc.constantFrom<ContexteDeControle["avisCnsru"]>(
      "favorable",
      "défavorable",
      "rendu",
      "non rendu",
      true,
      false,
      null
    ),
    accords: fc.oneof(fc.constantFrom("tous" as const, null), fc.array(fc.string())),
    entrantes: fc.option(fc.array(fc.string())),
    periodesConsecutives: fc.option(fc.integer()),
    periode: fc.option(fc.oneof(fc.constant("2023-2025"), fc.string())),
    objectifCommunal: fc.option(fc.integer()),
    toutesLesCommunes: fc.option(fc.boolean()),
    signataires: fc.option(fc.boolean()),
  },
  { requiredKeys: [] }
);

test("n'importe quelle feuille reçoit une réponse, qui se dit, et un verdict tiré de ses constats", () => {
  const lignes = fc.array(fc.array(cellule, { maxLength: TITRES.length }), { maxLength: 8 });
  const titres = fc.shuffledSubarray(TITRES, { minLength: 8 });
  fc.assert(
    fc.property(titres, lignes, lignes, contexte, (entete, dessus, dessous, reponses) => {
      const lecture = lireTableaux(feuilleDe([...dessus.slice(0, 2), entete, ...dessous]));
      const { controles, constats, verdict } = controlerLecture([lecture, lecture], reponses);
      expect(verdict === "illisible").toBe(controles.length === 0);
      for (const constat of [...constats, ...controles.flatMap((c) => c.constats)])
        expect(enoncerConstat(constat)).not.toMatch(/undefined|NaN|\[object/);
      for (const controle of controles) {
        expect(enoncerVerdict(controle)).not.toMatch(/undefined|NaN/);
        for (const condition of controle.conditions)
          expect(phraserCondition(condition)).toMatch(/\S/);
        const fautif = controle.constats.some(({ gravite }) => gravite === "erreur");
        expect(controle.verdict === "non conforme").toBe(fautif);
      }
    })
  );
});

const { legal, amenagements } = BAREMES["2026-2028"];
const TRANCHES = [
  { tranche: "plusDe4", min: 4001, max: 20_000 },
  { tranche: "de2a4", min: 2000, max: 3999 },
  { tranche: "moinsDe2", min: 260, max: 1999 },
] as const;

/** Une commune, son écart en points et ce que le barème en fait. */
const commune = fc
  .record({
    deficit: fc.integer({ min: 20, max: 5000 }),
    rang: fc.nat({ max: 2 }),
    tirage: fc.nat({ max: 1_000_000 }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ deficit, rang, tirage, place }) => {
    const { tranche, min, max } = TRANCHES[rang] ?? TRANCHES[0];
    const part = (pourcent: number): number =>
      partSuperieure(deficit, pourcentEnMillioniemes(pourcent));
    const abaissant = amenagements?.abaissant[tranche] ?? 0;
    const avant = part(legal[tranche]);
    const plancher = part(abaissant);
    return {
      deficit,
      ecart: (min + (tirage % (max - min + 1))) / 1000,
      taux: legal[tranche] / 100,
      avant,
      entreLesDeux: Math.min(avant, plancher + Math.round(place * (avant - plancher))),
      auPlancherMutualise: part(amenagements?.mutualisantGuide[tranche] ?? 0),
    };
  });

test("un tableau propre, mutualisant ou abaissant, ne dit rien au-dessus de l'information", () => {
  fc.assert(
    fc.property(
      fc.array(commune, { minLength: 2, maxLength: 12 }),
      fc.boolean(),
      (communes, mutualise) => {
        const tenues = communes.slice(1);
        const apres = tenues.map((c) => (mutualise ? c.auPlancherMutualise : c.entreLesDeux));
        const avant = communes.reduce((total, c) => total + c.avant, 0);
        const [premiere] = communes;
        // La première prend ce que les autres n'ont plus, sans dépasser ses manquants.
        const reste = mutualise ? avant - apres.reduce((a, b) => a + b, 0) : premiere?.entreLesDeux;
        fc.pre(reste !== undefined && reste <= (premiere?.deficit ?? 0));
        const objectifs = [reste ?? 0, ...apres];
        const mot = mutualise ? "après mutualisation" : "abaissés";
        const controle = controler(
          feuilleDe([
            [
              "Commune",
              "LS manquants",
              "Écart",
              "Taux avant",
              "Objectifs 2026-2028 avant",
              `Objectifs 2026-2028 ${mot}`,
            ],
            ...communes.map((c, i) => [
              `C${i}`,
              c.deficit,
              c.ecart,
              c.taux,
              c.avant,
              objectifs[i] ?? 0,
            ]),
          ]),
          { plh: true, avisCnsru: "rendu", accords: "tous", periodesConsecutives: 1 }
        );
        expect(controle.constats.filter(({ gravite }) => gravite !== "information")).toEqual([]);
        expect(controle.verdict).toBe("conforme");
      }
    )
  );
});

test("un logement retiré, où que ce soit, rend la somme insuffisante quand elle tenait tout juste", () => {
  fc.assert(
    fc.property(
      fc.array(commune, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      (communes, tirage) => {
        const perdante = tirage % communes.length;
        const controle = controler(
          feuilleDe([
            ["Commune", "LS manquants", "Écart", "Objectifs 2026-2028 après mutualisation"],
            ...communes.map((c, i) => [
              `C${i}`,
              c.deficit,
              c.ecart,
              c.avant - (i === perdante ? 1 : 0),
            ]),
          ])
        );
        expect(controle.totaux.marge).toBe(-1);
        expect(controle.constats[0]).toMatchObject({
          code: "somme-insuffisante",
          valeurs: { manque: 1 },
        });
      }
    )
  );
});
