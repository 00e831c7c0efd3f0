import fc from "fast-check";
import {
  CONTRAT_VIDE,
  designer,
  figer,
  lireContrat,
  mettreAJour,
  planContrat,
  repondre,
  versionsDe,
  type Contrat,
} from "../../src/contrat";
import type { ObjectifSigne, VersionSignee } from "../../src/controle";
import { phraserRefusDeFiger, phraserReponseIllisible } from "../../src/redaction";
import { adresseDe, rectangleDe, type FeuilleLue, type ValeurDeCellule } from "../../src/tableau";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";
import { versionSignee } from "../outils/version-signee";

const EPCI = "CA du Val d'Orle";

const MARSANGE: ObjectifSigne = {
  nom: "Marsange",
  insee: "60001",
  deficit: 183,
  objectifLegal: 61,
  objectif: 95,
  plai: 29,
  pls: 28,
};
const RIVEMONT: ObjectifSigne = { ...MARSANGE, nom: "Rivemont", insee: "60002", objectif: 38 };
const SIGNE = versionSignee([MARSANGE, RIVEMONT], { epci: EPCI });
const AVENANT: VersionSignee = {
  ...SIGNE,
  avenant: 1,
  signeLe: "2027-02-15",
  communes: [
    { ...MARSANGE, objectif: 90 },
    { ...RIVEMONT, objectif: 43 },
  ],
};

const avec = (...versions: VersionSignee[]): Contrat => ({ ...CONTRAT_VIDE, versions });
const ecrire = (contrat: Contrat): FeuilleLue => feuilleDuPlan(planContrat(contrat));

/** La feuille, une fois ces retouches posées. */
function poser(feuille: FeuilleLue, retouches: ReturnType<typeof mettreAJour>): FeuilleLue {
  const lignes: ValeurDeCellule[][] = feuille.cellules.map((rangee) =>
    rangee.map(({ valeur }) => valeur)
  );
  for (const { ancre, contenus } of retouches?.blocs ?? []) {
    const { haut, gauche } = rectangleDe(ancre) ?? { haut: 0, gauche: 0 };
    contenus.forEach((rangee, i) =>
      rangee.forEach((contenu, j) => {
        const ligne = (lignes[haut + i] ??= []);
        if (contenu !== null) ligne[gauche + j] = contenu as ValeurDeCellule;
      })
    );
  }
  return feuilleDe(
    Array.from(lignes, (ligne) => Array.from(ligne ?? [], (valeur) => valeur ?? null)),
    feuille.nom
  );
}

/** La cellule sous le titre d'une colonne des versions, sur la ligne d'une commune. */
function ouEst(feuille: FeuilleLue, titre: string, commune: string): { i: number; j: number } {
  const rangees = feuille.cellules.map((rangee) => rangee.map(({ valeur }) => valeur));
  const titres = rangees.findIndex((rangee) => rangee.includes("Objectif signé"));
  const i = rangees.findIndex((rangee, rang) => rang > titres && rangee.includes(commune));
  const j = rangees[titres]?.indexOf(titre) ?? -1;
  expect(i).toBeGreaterThan(titres);
  expect(j).toBeGreaterThan(0);
  return { i, j };
}

function changer(
  feuille: FeuilleLue,
  titre: string,
  commune: string,
  valeur: ValeurDeCellule
): { feuille: FeuilleLue; adresse: string } {
  const { i, j } = ouEst(feuille, titre, commune);
  const lignes = feuille.cellules.map((rangee) => rangee.map((cellule) => cellule.valeur));
  (lignes[i] as ValeurDeCellule[])[j] = valeur;
  return { feuille: feuilleDe(lignes, feuille.nom), adresse: adresseDe(i, j) };
}

const NOMBRE = fc.integer({ min: 0, max: 1_000_000 });
const CONNU = fc.option(NOMBRE);
const NOM = fc
  .stringMatching(/^[=+@-]?[A-ZÉa-zéèçô' "()-]{0,20}[a-z)]$/)
  .map((nom) => `Saint ${nom.replace(/\s+/g, " ")}`);
const COMMUNES = fc.uniqueArray(
  fc.record({
    nom: NOM,
    insee: fc.constant(null),
    deficit: CONNU,
    objectifLegal: CONNU,
    objectif: NOMBRE,
    plai: CONNU,
    pls: CONNU,
  }),
  {
    minLength: 1,
    maxLength: 5,
    selector: ({ nom }) =>
      nom
        .normalize("NFD")
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ""),
  }
);
const VERSION: fc.Arbitrary<VersionSignee> = fc.record({
  epci: fc.constantFrom(null, EPCI, "=Métropole", "CC des Monts"),
  avenant: fc.integer({ min: 0, max: 12 }),
  signeLe: fc.constantFrom("2023-06-30", "2026-02-28", "2028-02-29", "2026-12-01"),
  inventaire: fc.constantFrom(null, 2022, 2025),
  periode: fc.constantFrom("2023-2025", "2026-2028"),
  type: fc.constantFrom("abaissant", "mutualisant", "sans aménagement", "arrondissements"),
  communes: COMMUNES,
});
const cleDe = ({ epci, periode, avenant }: VersionSignee) => `${epci}/${periode}/${avenant}`;
const VERSIONS = fc.uniqueArray(VERSION, { maxLength: 4, selector: cleDe });
const CONTRAT = fc.tuple(VERSIONS, fc.boolean(), fc.boolean()).map(([versions, plh, designee]) => {
  const repondu = repondre({ ...CONTRAT_VIDE, versions }, EPCI, { plh });
  return designee ? designer(repondu, "Source", "deficit", "C") : repondu;
});

test("toute version écrite se relit à l'identique", () => {
  fc.assert(
    fc.property(CONTRAT, (contrat) => {
      expect(lireContrat(ecrire(contrat))).toEqual({ contrat, illisibles: [] });
    })
  );
});

test("une version s'ajoute sous les autres, qui ne sont ni récrites ni effacées", () => {
  fc.assert(
    fc.property(CONTRAT, CONTRAT, (avant, demande) => {
      const feuille = ecrire(avant);
      const apres = poser(feuille, mettreAJour(feuille, demande));
      const ecrites = new Set(avant.versions.map(cleDe));
      const { contrat, illisibles } = lireContrat(apres);
      expect(illisibles).toEqual([]);
      expect(contrat.versions).toEqual([
        ...avant.versions,
        ...demande.versions.filter((version) => !ecrites.has(cleDe(version))),
      ]);
    })
  );
});

test("la feuille qui porte déjà ces versions ne reçoit pas un mot", () => {
  fc.assert(
    fc.property(CONTRAT, (contrat) => {
      expect(mettreAJour(ecrire(contrat), contrat)?.blocs).toEqual([]);
    })
  );
});

test("un avenant s'écrit d'un seul bloc, quel que soit le nombre de communes", () => {
  const communes = Array.from({ length: 300 }, (_, n) => ({
    ...MARSANGE,
    nom: `Commune ${n}`,
    insee: String(10_000 + n),
  }));
  const avant = avec({ ...SIGNE, communes });
  const retouches = mettreAJour(
    ecrire(avant),
    avec({ ...SIGNE, communes }, { ...AVENANT, communes })
  );
  expect(retouches?.blocs).toHaveLength(1);
  expect(retouches?.blocs[0]?.contenus).toHaveLength(300);
});

test("les notes de l'agent sous la table restent, et l'avenant passe dessous", () => {
  const signee = ecrire(avec(SIGNE));
  const lignes = signee.cellules.map((rangee) => rangee.map(({ valeur }) => valeur));
  const annotee = feuilleDe([...lignes, [], ["Vu avec la préfecture"]], signee.nom);
  const apres = poser(annotee, mettreAJour(annotee, avec(SIGNE, AVENANT)));
  expect(apres.cellules[lignes.length + 1]?.[0]?.valeur).toBe("Vu avec la préfecture");
  expect(lireContrat(apres)).toEqual({ contrat: avec(SIGNE, AVENANT), illisibles: [] });
});

test("la table se relit déplacée, ses colonnes dans un autre ordre, une note entre deux", () => {
  const lignes = ecrire(avec(SIGNE)).cellules.map((rangee) => rangee.map(({ valeur }) => valeur));
  const titres = lignes.findIndex((rangee) => rangee.includes("Objectif signé"));
  const remuees = lignes.map((rangee, rang) =>
    rang < titres ? rangee : [rangee[0] ?? null, "note", ...rangee.slice(1).reverse()]
  );
  expect(lireContrat(feuilleDe(remuees, "CMS – Contrat"))).toEqual({
    contrat: avec(SIGNE),
    illisibles: [],
  });
});

test.each<[string, string, ValeurDeCellule]>([
  ["Signé le", "une vraie date d'Excel", 46_203],
  ["Signé le", "avec une heure", 46_203.75],
  ["Signé le", "en toutes lettres", "le 30 juin 2026"],
  ["Signé le", "à l'anglaise du tableur", "2026-06-30"],
  ["Signé le", "avec des tirets", "30-6-2026"],
  ["Signé le", "avec des points", "30.06.2026"],
  ["Version", "autrement", "Contrat signé"],
  ["Type de contrat", "sans majuscule", "mutualisant"],
  ["Période", "en phrase", "Période 2026 – 2028"],
  ["Inventaire", "en texte", "2025"],
  ["Inventaire", "en date", 45_658],
  ["Code INSEE", "en nombre", 60_001],
  ["Objectif signé", "en texte", "95 logements"],
])("« %s » tapé %s se relit pareil", (titre, _, valeur) => {
  const { feuille } = changer(ecrire(avec(SIGNE)), titre, "Marsange", valeur);
  expect(lireContrat(feuille)).toEqual({ contrat: avec(SIGNE), illisibles: [] });
});

test("le zéro de tête d'un code INSEE revient", () => {
  const bourg = { ...MARSANGE, nom: "Ambérieu", insee: "01004" };
  const { feuille } = changer(
    ecrire(avec({ ...SIGNE, communes: [bourg] })),
    "Code INSEE",
    "Ambérieu",
    1004
  );
  expect(lireContrat(feuille).contrat.versions[0]?.communes).toEqual([bourg]);
});

test.each<[string, ValeurDeCellule]>([
  ["Signé le", "31/06/2026"],
  ["Signé le", "juin 2026"],
  ["Signé le", 2026],
  ["Signé le", { erreur: "#N/A" }],
  ["Version", "Avenant"],
  ["Version", "projet"],
  ["Type de contrat", "mixte"],
  ["Période", "2026"],
  ["Objectif signé", "environ 90"],
  ["Objectif signé", null],
  ["Objectif signé", -3],
  ["Objectif signé", 95.5],
  ["Objectif signé", "95 %"],
  ["EPCI", 12],
])("« %s » devenu %p : la ligne est dite, et la commune n'est pas devinée", (titre, valeur) => {
  const { feuille, adresse } = changer(ecrire(avec(SIGNE)), titre, "Marsange", valeur);
  const { contrat, illisibles } = lireContrat(feuille);
  expect(illisibles).toMatchObject([{ motif: "version", adresse, question: titre }]);
  expect(contrat.versions).toEqual([{ ...SIGNE, communes: [RIVEMONT], incomplete: true }]);
  for (const illisible of illisibles)
    expect(Object.values(phraserReponseIllisible(illisible)).join()).not.toMatch(/undefined/);
  expect(mettreAJour(feuille, contrat)?.blocs).toEqual([]);
});

test.each<[string, ValeurDeCellule, keyof ObjectifSigne]>([
  ["Manquants", "NC", "deficit"],
  ["PLAI au moins", "?", "plai"],
  ["Code INSEE", "6000", "insee"],
])("« %s » illisible : dit, l'objectif reste lu", (titre, valeur, champ) => {
  const { feuille } = changer(ecrire(avec(SIGNE)), titre, "Marsange", valeur);
  const { contrat, illisibles } = lireContrat(feuille);
  expect(illisibles).toHaveLength(1);
  expect(contrat.versions[0]?.communes[0]).toEqual({ ...MARSANGE, [champ]: null });
});

test.each<[string, ValeurDeCellule]>([
  ["Signé le", "01/07/2026"],
  ["Inventaire", 2024],
  ["Type de contrat", "Abaissant"],
])("« %s » qui contredit la première ligne est dit, et la première compte", (titre, valeur) => {
  const { feuille, adresse } = changer(ecrire(avec(SIGNE)), titre, "Rivemont", valeur);
  const { contrat, illisibles } = lireContrat(feuille);
  expect(contrat.versions).toEqual([SIGNE]);
  expect(illisibles).toMatchObject([{ motif: "version-contradictoire", adresse }]);
});

test("une commune recopiée deux fois est dite, et sa première ligne compte", () => {
  const double = { ...SIGNE, communes: [MARSANGE, { ...MARSANGE, objectif: 12 }] };
  const { contrat, illisibles } = lireContrat(ecrire(avec(double)));
  expect(contrat.versions[0]?.communes).toEqual([MARSANGE]);
  expect(illisibles).toMatchObject([{ motif: "version-en-double", ecrit: "Marsange" }]);
});

test("sans ses titres, la table est dite, et rien n'y est ajouté à l'aveugle", () => {
  const { feuille } = changer(ecrire(avec(SIGNE)), "Signé le", "Marsange", "30/06/2026");
  const lignes = feuille.cellules.map((rangee) =>
    rangee.map(({ valeur }) => (valeur === "Objectif signé" ? "Objectifs" : valeur))
  );
  const { contrat, illisibles } = lireContrat(feuilleDe(lignes, feuille.nom));
  expect(contrat.versions).toEqual([]);
  expect(illisibles.map(({ motif }) => motif)).toContain("versions-sans-titres");
  expect(mettreAJour(feuilleDe(lignes, feuille.nom), avec(SIGNE))).toBeNull();
  expect(mettreAJour(feuilleDe(lignes, feuille.nom), CONTRAT_VIDE)).not.toBeNull();
});

test("les versions d'un EPCI se rangent de la plus ancienne à celle en vigueur", () => {
  const avant = { ...SIGNE, periode: "2023-2025", signeLe: "2023-06-30" };
  const ailleurs = { ...SIGNE, epci: "CC des Monts" };
  const contrat = avec(AVENANT, ailleurs, SIGNE, avant);
  expect(versionsDe(contrat, "ca du val d’orle")).toEqual([avant, SIGNE, AVENANT]);
  expect(versionsDe(contrat, null)).toEqual([]);
});

test("figer ajoute la version, et laisse les autres", () => {
  const signe = figer(CONTRAT_VIDE, SIGNE);
  expect(signe).toEqual({ ok: true, contrat: avec(SIGNE) });
  expect(figer(avec(SIGNE), AVENANT)).toEqual({ ok: true, contrat: avec(SIGNE, AVENANT) });
  const suivant = { ...SIGNE, periode: "2029-2031", signeLe: "2029-06-30" };
  expect(figer(avec(SIGNE, AVENANT), suivant)).toMatchObject({ ok: true });
});

test.each<[string, VersionSignee[], VersionSignee]>([
  ["date-impossible", [], { ...SIGNE, signeLe: "2026-02-30" }],
  ["date-impossible", [], { ...SIGNE, signeLe: "30/06/2026" }],
  ["date-impossible", [], { ...SIGNE, signeLe: "" }],
  ["date-impossible", [], { ...SIGNE, signeLe: "2029-01-01" }],
  ["date-impossible", [], { ...SIGNE, signeLe: "2024-12-31" }],
  ["date-anterieure", [SIGNE], { ...AVENANT, signeLe: "2026-06-29" }],
  ["rien-ne-change", [SIGNE], { ...SIGNE, avenant: 1, signeLe: "2027-01-01", inventaire: 2026 }],
  ["avenant-hors-suite", [], AVENANT],
  ["avenant-hors-suite", [SIGNE], { ...SIGNE, signeLe: "2027-01-01" }],
  ["avenant-hors-suite", [SIGNE], { ...AVENANT, avenant: 2 }],
  ["aucune-commune", [], { ...SIGNE, communes: [] }],
  ["commune-en-double", [], { ...SIGNE, communes: [MARSANGE, { ...MARSANGE, nom: "MARSANGE" }] }],
])("figer refuse : %s", (code, versions, version) => {
  const fige = figer(avec(...versions), version);
  expect(fige).toMatchObject({ ok: false, refus: { code } });
  if (fige.ok) return;
  for (const partie of Object.values(phraserRefusDeFiger(fige.refus))) {
    expect(partie).toMatch(/\S/);
    expect(partie).not.toMatch(/undefined|NaN|\[object|null/);
  }
});

test.each<[string, Partial<VersionSignee>]>([
  ["un objectif", { communes: [MARSANGE, { ...RIVEMONT, objectif: 39 }] }],
  ["une commune de moins", { communes: [MARSANGE] }],
  ["un autre type", { type: "abaissant" }],
])("%s suffit à un avenant", (_, change) => {
  expect(figer(avec(SIGNE), { ...SIGNE, ...change, avenant: 1 }).ok).toBe(true);
});

test("des cellules abîmées au hasard ne font ni exception, ni commune ou version inventée", () => {
  const signee = ecrire(avec(SIGNE, AVENANT));
  const titres = signee.cellules.findIndex((rangee) =>
    rangee.some(({ valeur }) => valeur === "Objectif signé")
  );
  const VALEUR = fc.oneof(
    fc.constantFrom<ValeurDeCellule>(null, "", "—", "version", "Signé", "Avenant 2", "#", "Repère"),
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant({ erreur: "#REF!" })
  );
  const COUP = fc.tuple(fc.integer({ min: titres, max: titres + 5 }), fc.nat(13), VALEUR);
  fc.assert(
    fc.property(fc.array(COUP, { maxLength: 4 }), (coups) => {
      const lignes = signee.cellules.map((rangee) => rangee.map(({ valeur }) => valeur));
      for (const [i, j, valeur] of coups) {
        const ligne = lignes[i];
        if (ligne) ligne[j] = valeur;
      }
      const feuille = feuilleDe(lignes, signee.nom);
      const { contrat, illisibles } = lireContrat(feuille);
      for (const { adresse } of illisibles) expect(rectangleDe(adresse)).not.toBeNull();
      const communes = contrat.versions.flatMap((version) => version.communes);
      expect(communes.length).toBeLessThanOrEqual(4);
      const retouches = mettreAJour(feuille, contrat);
      expect(retouches?.blocs ?? []).toEqual([]);
    })
  );
});
