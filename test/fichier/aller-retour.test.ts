import * as fc from "fast-check";
import type { CelluleXlsx, ClasseurXlsx, FeuilleXlsx } from "../../src/fichier";
import { ecrireXlsx, lireXlsx } from "../../src/fichier";
import type { MiseEnPage, Style, Validation } from "../../src/feuilles";
import type { ValeurDeCellule } from "../../src/tableau";
import { classeurDe, feuilleDe } from "./fabriques";

async function allerRetour(classeur: ClasseurXlsx): Promise<ClasseurXlsx> {
  return lireXlsx(await ecrireXlsx(classeur));
}

async function relire(...cellules: CelluleXlsx[]): Promise<CelluleXlsx[] | undefined> {
  const relu = await allerRetour(classeurDe(feuilleDe({ cellules })));
  return relu.feuilles[0]?.cellules;
}

const texte = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });
const textePiege = fc.stringMatching(/^[=+@&<>"'_x0-9A-F\n\r\t ]{0,20}$/);
const nombre = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
const erreur = fc.constantFrom("#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#SPILL!");
const valeur: fc.Arbitrary<ValeurDeCellule> = fc.oneof(
  texte,
  textePiege,
  nombre,
  fc.boolean(),
  erreur.map((nom) => ({ erreur: nom }))
);

const trait = fc.constantFrom("fin", "moyen", "double");
const style = fc.record(
  {
    gras: fc.constant(true),
    italique: fc.constant(true),
    taille: fc.constantFrom(8, 9.5, 14),
    couleur: fc.constantFrom("#C00000", "#FFFFFF"),
    fond: fc.constantFrom("#EDEDED", "#000000"),
    horizontal: fc.constantFrom("gauche", "centre", "droite"),
    vertical: fc.constantFrom("haut", "milieu"),
    renvoiALaLigne: fc.constant(true),
    format: fc.constantFrom("0%", "#,##0", '[$-40C]0.0\\ %_m;"<a&b>"', "m/d/yyyy", "d mmmm yyyy"),
    bordures: fc
      .record({ haut: trait, bas: trait, gauche: trait, droite: trait }, { requiredKeys: [] })
      .filter((bordures) => Object.keys(bordures).length > 0),
  },
  { requiredKeys: [] }
) as fc.Arbitrary<Style>;

const impression: fc.Arbitrary<MiseEnPage> = fc.record({
  orientation: fc.constantFrom("paysage", "portrait"),
  marges: fc.record({ haut: marge(), bas: marge(), gauche: marge(), droite: marge() }),
  pagesEnLargeur: fc.nat(3),
  piedDePage: fc.record({
    gauche: fc.constantFrom("", "Val d’Orle && Cie <2026>", "Eaux &&Régie"),
    centre: fc.constantFrom("", "&9Article 2, 2026-2028"),
    droite: fc.constantFrom("", "Page &P/&N"),
  }),
  zone: fc.constantFrom("A1:H90", "B2:AA3"),
  lignesRepetees: fc.constantFrom("1:1", "12:13"),
  sauts: fc.uniqueArray(fc.integer({ min: 2, max: 500 })),
});

const bulle = fc.record({
  titre: fc.constantFrom("PLH", "« A » & <B>"),
  texte: fc.constantFrom("", 'Oui "ou" non', "_x0041_\nSuite"),
});
const avertissante = fc.record(
  {
    plage: fc.constantFrom("A1", "B2:D9"),
    regle: fc.oneof(
      fc.record({ textesDe: fc.constantFrom("A4:A9", "B2") }),
      fc.record({ liste: fc.constantFrom(["Oui", "Non"], ['dit "x"', "a & b"]) }),
      fc.record({ entier: fc.record({ min: fc.integer(), max: fc.integer() }) }),
      fc.record({ entier: fc.constant({ min: 0, max: 100, auPlus: "F7" }) }),
      fc.record({ date: fc.constant({ min: "2026-01-01", max: "2028-12-31" }) })
    ),
    invite: bulle,
    alerte: bulle,
  },
  { requiredKeys: ["plage", "regle", "invite"] }
) as fc.Arbitrary<Validation>;
/** Seule une validation qui a une alerte peut refuser. */
const validation = fc
  .tuple(avertissante, fc.boolean())
  .map(([donnee, refuse]) => (refuse && donnee.alerte ? { ...donnee, bloquante: true } : donnee));

function marge(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 200 }).map((demis) => demis / 2);
}

function tableDe(maximum: number): fc.Arbitrary<Map<number, number>> {
  const points = fc.integer({ min: 1, max: 400 }).map((quarts) => quarts / 4);
  return fc
    .uniqueArray(fc.tuple(fc.nat(maximum), points), { selector: ([numero]) => numero })
    .map((paires) => new Map(paires.sort(([a], [b]) => a - b)));
}

const cellules = fc
  .uniqueArray(
    fc.record(
      { ligne: fc.nat(30), colonne: fc.nat(30), valeur, style },
      { requiredKeys: ["ligne", "colonne", "valeur"] }
    ),
    { selector: ({ ligne, colonne }) => ligne * 100 + colonne, maxLength: 40 }
  )
  .map((liste) => liste.map(sansStyleVide).sort(parPosition));

function sansStyleVide({ style, ...cellule }: CelluleXlsx): CelluleXlsx {
  return style && Object.keys(style).length > 0 ? { ...cellule, style } : cellule;
}

function parPosition(a: CelluleXlsx, b: CelluleXlsx): number {
  return a.ligne - b.ligne || a.colonne - b.colonne;
}

const feuille: fc.Arbitrary<FeuilleXlsx> = fc.record(
  {
    nom: fc.stringMatching(/^[A-Za-zé &<>"=.()-]{1,31}$/),
    masquee: fc.boolean(),
    cellules,
    fusions: fc.constantFrom([], ["A1:C1", "B4:B9"]),
    largeurs: tableDe(200),
    hauteurs: tableDe(1_048_575),
    lignesMasquees: fc.uniqueArray(fc.nat(50)).map((lignes) => new Set(lignes)),
    colonnesMasquees: fc.uniqueArray(fc.nat(50)).map((colonnes) => new Set(colonnes)),
    lignesFigees: fc.nat(20),
    colonnesFigees: fc.nat(5),
    quadrillage: fc.boolean(),
    impression,
    validations: fc.array(validation, { minLength: 1, maxLength: 3 }),
  },
  {
    requiredKeys: [
      "nom",
      "masquee",
      "cellules",
      "fusions",
      "largeurs",
      "hauteurs",
      "lignesMasquees",
      "colonnesMasquees",
      "lignesFigees",
      "colonnesFigees",
      "quadrillage",
    ],
  }
);

test("n'importe quel classeur est relu identique", async () => {
  const classeurs = fc
    .uniqueArray(feuille, { selector: ({ nom }) => nom.toLowerCase(), minLength: 1, maxLength: 3 })
    .chain((feuilles) => fc.record({ feuilles: fc.constant(feuilles), active: fc.nat(2) }));
  await fc.assert(
    fc.asyncProperty(classeurs, async ({ feuilles, active }) => {
      const rang = active % feuilles.length;
      const visibles = feuilles.map((une, i) => (i === rang ? { ...une, masquee: false } : une));
      const noms = [{ nom: "Objectif", reference: "'Feuille <1>'!$A$1:$B$2" }];
      const classeur = { feuilles: visibles, noms, active: rang };
      expect(await allerRetour(classeur)).toEqual(classeur);
    }),
    { numRuns: 200 }
  );
});

test.each([
  "=1+1",
  "+33",
  "-x",
  "@nom",
  '=HYPERLINK("http://exemple.fr";"clic")',
  "\t=1+1",
  "'=1",
  "_x0041_",
  "_x005F_",
  "fin\r\nde ligne",
  " espaces gardés ",
  "cloche \u0007, moitié d'émoji \ud83d, émoji 🏘️",
  "]]> <![CDATA[ & &amp; <b>",
  "",
])("le texte %j reste ce texte", async (texte) => {
  const cellule = { ligne: 0, colonne: 0, valeur: texte };
  expect(await relire(cellule)).toEqual([cellule]);
});

test.each<[string, Omit<CelluleXlsx, "ligne" | "colonne">]>([
  ["résultat nombre", { valeur: 3, formule: "=SUM(A1:A2)" }],
  ["résultat texte", { valeur: "a & b", formule: '=CONCATENATE("a"," & ","b")' }],
  ["résultat texte vide", { valeur: "", formule: '=""' }],
  ["résultat booléen", { valeur: true, formule: "=A1<B1" }],
  ["résultat en erreur", { valeur: { erreur: "#N/A" }, formule: "=NA()" }],
  ["sans résultat connu", { valeur: null, formule: "=A1" }],
  ["fonction récente", { valeur: 1, formule: '=IFS(A1>1,"_xlfn.IFS(",TRUE,XLOOKUP(1,A:A,B:B))' }],
  ["fonction CMS", { valeur: 165, formule: "=CMS.OBJECTIF(500,5)" }],
  ["nom à deux points", { valeur: 0.2, formule: "=-CMS.TAUX.LS(A1,B1)*IF(A1,1,2)" }],
  ["étalée", { valeur: 165, formule: "=CMS.OBJECTIF(A1:A9,B1:B9)", etendue: "C3:C11" }],
  ["matrice d'une cellule", { valeur: 3, formule: "=SUM(A1:A2*B1:B2)", etendue: "C3" }],
  ["nom de feuille", { valeur: 1, formule: "='CMS.OBJECTIF(1) l''été'!A1" }],
])("la formule est relue telle quelle : %s", async (_, contenu) => {
  const cellule = { ligne: 2, colonne: 2, ...contenu };
  expect(await relire(cellule)).toEqual([cellule]);
});

test("un nombre qui n'en est pas un devient une erreur de cellule", async () => {
  const relues = await relire(
    { ligne: 0, colonne: 0, valeur: Number.NaN },
    { ligne: 0, colonne: 1, valeur: Number.POSITIVE_INFINITY }
  );
  expect(relues?.map(({ valeur }) => valeur)).toEqual([{ erreur: "#NUM!" }, { erreur: "#NUM!" }]);
});

test("une feuille masquée n'est jamais la feuille active", async () => {
  const classeur = classeurDe(feuilleDe({ masquee: true }), feuilleDe({ nom: "Visible" }));
  expect((await allerRetour(classeur)).active).toBe(1);
});

test.each([["deux fois"], ["trop long".repeat(4)], ["a/b"], ["'a"], [""]])(
  "un nom de feuille qu'Excel refuserait est refusé : %j",
  async (nom) => {
    const classeur = classeurDe(feuilleDe({ nom }), feuilleDe({ nom: "Deux fois" }));
    await expect(ecrireXlsx(classeur)).rejects.toThrow("Nom de feuille refusé");
  }
);

test("le même classeur donne les mêmes octets", async () => {
  const classeur = classeurDe(feuilleDe({ cellules: [{ ligne: 0, colonne: 0, valeur: "a" }] }));
  expect(await ecrireXlsx(classeur)).toEqual(await ecrireXlsx(classeur));
});
