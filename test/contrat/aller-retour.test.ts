import fc from "fast-check";
import {
  CONTRAT_VIDE,
  colonnesDe,
  contexteDe,
  designer,
  lireContrat,
  mettreAJour,
  planContrat,
  repondre,
  type Contrat,
} from "../../src/contrat";
import type { AvisCnsru, ContexteDeControle } from "../../src/controle";
import type { Bloc } from "../../src/feuilles";
import { PERIODES } from "../../src/regles";
import { RUBRIQUES, lireTableaux, rectangleDe, type Rubrique } from "../../src/tableau";
import { feuilleDuPlan } from "../outils/feuille";

/** Des noms de communes, dont ceux qu'Excel prendrait pour une formule. */
const NOM = fc
  .stringMatching(/^[=+@-]?[A-ZÉa-zéè][a-zéèçôA-Z' ()-]{0,20}[a-z)]$/)
  .map((nom) => `Saint ${nom.replace(/\s+/g, " ")}`);
const NOMS = fc.array(fc.oneof(NOM, fc.constantFrom("01004", "2A004x", "Pas-de-Jeu")), {
  maxLength: 4,
});
const AVIS = fc.constantFrom<AvisCnsru>("favorable", "défavorable", "rendu", "non rendu");

const CONTEXTE: fc.Arbitrary<ContexteDeControle> = fc.record(
  {
    plh: fc.boolean(),
    avisCnsru: AVIS,
    accords: fc.oneof(fc.constant("tous" as const), NOMS),
    refus: NOMS,
    entrantes: NOMS,
    exemptees: NOMS,
    carencees: NOMS,
    periodesConsecutives: fc.integer({ min: 1, max: 10 }),
    periode: fc.constantFrom(...PERIODES),
    objectifCommunal: fc.integer({ min: 1, max: 1_000_000 }),
    toutesLesCommunes: fc.boolean(),
    signataires: fc.boolean(),
  },
  { requiredKeys: [] }
);

const EPCIS = ["CA du Val d'Orle", "=Métropole", "EPT Grand-Orly Seine Bièvre", "CC des Monts"];
const FEUILLES = ["Mutualisation", "Feuil1", "L'annexe ; 2"];

const REPONSE = fc.record({ epci: fc.constantFrom(null, ...EPCIS), contexte: CONTEXTE });
const DESIGNATION = fc.record({
  feuille: fc.constantFrom(...FEUILLES),
  rubrique: fc.constantFrom(...(Object.keys(RUBRIQUES) as Rubrique[])),
  colonne: fc.constantFrom(null, "A", "AB", "NON", "XFD"),
});
const CONTRAT = fc
  .record({
    reponses: fc.array(REPONSE, { maxLength: 5 }),
    designations: fc.array(DESIGNATION, { maxLength: 8 }),
  })
  .map(({ reponses, designations }) => appliquer(CONTRAT_VIDE, reponses, designations));

type Reponses = { epci: string | null; contexte: ContexteDeControle }[];
type Designation = { feuille: string; rubrique: Rubrique; colonne: string | null };

function appliquer(contrat: Contrat, reponses: Reponses, colonnes: Designation[]): Contrat {
  const repondu = reponses.reduce((c, { epci, contexte }) => repondre(c, epci, contexte), contrat);
  return colonnes.reduce(
    (c, { feuille, rubrique, colonne }) => designer(c, feuille, rubrique, colonne),
    repondu
  );
}

const relire = (contrat: Contrat) => lireContrat(feuilleDuPlan(planContrat(contrat)));

test("tout contrat écrit se relit à l'identique, et tout s'en lit", () => {
  fc.assert(
    fc.property(CONTRAT, (contrat) => {
      expect(relire(contrat)).toEqual({ contrat, illisibles: [] });
    })
  );
});

/** Le plan, sur lequel des cellules sont récrites : ce que la feuille porte après une mise à jour. */
function poser(plan: { blocs: Bloc[] }, blocs: Bloc[]) {
  // `feuilleDuPlan` garde le premier contenu d'une cellule : le dernier écrit passe devant.
  return feuilleDuPlan({
    ...planContrat(CONTRAT_VIDE),
    blocs: [...[...blocs].reverse(), ...plan.blocs],
  });
}

test("mettre à jour la feuille d'un contrat lui fait dire l'autre, EPCI et colonnes en plus compris", () => {
  fc.assert(
    fc.property(CONTRAT, CONTRAT, (avant, demande) => {
      const plan = planContrat(avant);
      const feuille = feuilleDuPlan(plan);
      const retouches = mettreAJour(feuille, demande);
      const { contrat, illisibles } = lireContrat(poser(plan, retouches?.blocs ?? []));
      expect(illisibles).toEqual([]);
      for (const epci of [null, ...EPCIS])
        expect(contexteDe(contrat, epci)).toEqual(contexteDe(demande, epci));
      for (const nom of FEUILLES)
        expect(colonnesDe(contrat, nom)).toEqual(colonnesDe(demande, nom));
    })
  );
});

test("la feuille qui dit déjà ce contrat ne reçoit pas un mot", () => {
  fc.assert(
    fc.property(CONTRAT, (contrat) => {
      expect(mettreAJour(feuilleDuPlan(planContrat(contrat)), contrat)?.blocs).toEqual([]);
    })
  );
});

test("n'importe quelle grille se lit sans exception", () => {
  const CASE = fc.oneof(
    fc.constantFrom(null, "Repère", "Feuille", "Donnée", "Colonne", "Tout le classeur", "plh"),
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant({ erreur: "#N/A" })
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(CASE, { minLength: 6, maxLength: 6 }), { maxLength: 8 }),
      fc.nat(5),
      fc.nat(5),
      CONTRAT,
      (lignes, ligne, colonne, contrat) => {
        const cellules = lignes.map((rangee) =>
          rangee.map((valeur) => ({ valeur, texte: "", format: "General" }))
        );
        const feuille = { nom: "CMS – Contrat", ligne, colonne, cellules };
        const { illisibles } = lireContrat(feuille);
        for (const { adresse } of illisibles) expect(rectangleDe(adresse)).not.toBeNull();
        mettreAJour(feuille, contrat);
      }
    )
  );
});

test("la feuille n'est jamais prise pour un tableau d'article 2", () => {
  fc.assert(
    fc.property(CONTRAT, (contrat) => {
      expect(lireTableaux(feuilleDuPlan(planContrat(contrat))).tableaux).toEqual([]);
    }),
    { numRuns: 30 }
  );
});
