import { strToU8 } from "fflate";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  controlerEnJson,
  dossierDEssai,
  ecrireClasseur,
  INDEPENDANTS,
  lancer,
  lisible,
} from "./terminal";

const PROPRE = "01-trame-officielle-mutualisation.xlsx";
const dossier = dossierDEssai();

/** Conteneur OLE dont le répertoire, au deuxième secteur, porte ce flux. */
function ole(flux: string): Uint8Array {
  const octets = new Uint8Array(1536);
  octets.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...flux].forEach((lettre, rang) => (octets[1024 + 128 + 2 * rang] = lettre.charCodeAt(0)));
  return octets;
}

describe("un fichier qui ne s'ouvre pas est dit, et les autres sont contrôlés", () => {
  const bon = readFileSync(join(INDEPENDANTS, PROPRE));
  writeFileSync(join(dossier, "bon.xlsx"), bon);
  writeFileSync(join(dossier, "tronque.xlsx"), bon.subarray(0, 2000));
  writeFileSync(join(dossier, "vide.xlsx"), "");
  writeFileSync(join(dossier, "tableau.csv"), strToU8("Commune;Manquants\nA;500"));
  writeFileSync(join(dossier, "secret.xlsx"), ole("EncryptedPackage"));
  writeFileSync(join(dossier, "ancien.xls"), ole("Workbook"));
  writeFileSync(join(dossier, "~$bon.xlsx"), "agent");
  mkdirSync(join(dossier, "dossier.xlsx"));

  test.each([
    ["absent.xlsx", "fichier-absent", "n'existe pas"],
    ["bon.xlsx/a.xlsx", "fichier-absent", "n'existe pas"],
    ["dossier.xlsx", "fichier-dossier", "C'est un dossier"],
    ["tronque.xlsx", "fichier-abime", "abîmé ou incomplet"],
    ["vide.xlsx", "fichier-vide", "vide"],
    ["tableau.csv", "fichier-pas-un-xlsx", "n'est pas un classeur"],
    ["secret.xlsx", "fichier-chiffre", "mot de passe"],
    ["ancien.xls", "fichier-xls-ancien", "ancien classeur .xls"],
    ["~$bon.xlsx", "fichier-verrou", "à côté d'un classeur ouvert"],
  ])("%s : %s", async (fichier, code, message) => {
    const { code: sortie, rapports } = await controlerEnJson([fichier, "bon.xlsx"], { dossier });
    const [rapport, suivant] = rapports;
    expect(sortie).toBe(2);
    expect(rapport).toMatchObject({
      fichier,
      verdict: "illisible",
      tableaux: [],
      constats: [{ code, gravite: "erreur", commune: null, cellule: null, article: null }],
    });
    expect(lisible(rapport?.constats[0]?.message ?? "")).toContain(message);
    expect(suivant?.tableaux).toHaveLength(1);
  });
});

describe("« *.xlsx » désigne les fichiers d'un dossier, même sans l'aide de la console", () => {
  const epci = join(dossier, "epci");
  mkdirSync(epci);
  for (const nom of ["b.xlsx", "a.XLSX", "~$a.xlsx", "notes.txt", "axlsx"])
    writeFileSync(join(epci, nom), "");

  test.each([
    ["epci/*.xlsx", ["epci/a.XLSX", "epci/b.xlsx"]],
    ["epci/?.xlsx", ["epci/a.XLSX", "epci/b.xlsx"]],
    ["epci/*.ods", ["epci/*.ods"]],
    ["nulle-part/*.xlsx", ["nulle-part/*.xlsx"]],
  ])("%s", async (motif, attendus) => {
    const { rapports } = await controlerEnJson([motif], { dossier });
    expect(rapports.map(({ fichier }) => fichier.replaceAll("\\", "/"))).toEqual(attendus);
  });
});

describe("formules sans résultat", () => {
  const TITRES = ["Commune", "LLS manquants", "Écart", "Objectif légal", "Objectif retenu"];
  const ALPHA = ["Alpha", 500, 5, 165];

  test("dans une donnée d'une commune : avertissement, avec la feuille et la cellule", async () => {
    await ecrireClasseur(join(dossier, "donnee.xlsx"), [
      ["Contrat abaissant 2026-2028"],
      TITRES,
      [...ALPHA, { formule: "=D3" }],
      ["Bêta", 300, 5, 99, 99],
    ]);
    const { rapports } = await controlerEnJson(["donnee.xlsx"], { dossier });
    const constat = rapports[0]?.constats.find(({ code }) => code === "sans-valeur");
    expect(constat).toMatchObject({ gravite: "avertissement", valeurs: { formules: 1 } });
    expect(lisible(constat?.message ?? "")).toMatch(
      /n'a pas de valeurs calculées : 1 formule sans résultat \(« Feuil1 »!E3\)\..*enregistrez-le dans Excel ou LibreOffice/
    );
  });

  test("hors des données : information", async () => {
    await ecrireClasseur(join(dossier, "ailleurs.xlsx"), [
      ["Contrat abaissant 2026-2028", { formule: "=TODAY()" }],
      TITRES,
      [...ALPHA, 165],
      ["Bêta", 300, 5, 99, 99],
    ]);
    const { rapports } = await controlerEnJson(["ailleurs.xlsx"], { dossier });
    expect(rapports[0]?.constats).toMatchObject([{ code: "sans-valeur", gravite: "information" }]);
  });

  test("aucun tableau reconnu : erreur, les premières citées", async () => {
    const formule = { formule: '="a"&1' };
    await ecrireClasseur(join(dossier, "rien.xlsx"), [
      [formule, formule],
      [formule, formule, formule],
    ]);
    const { code, rapports } = await controlerEnJson(["rien.xlsx"], { dossier });
    expect(code).toBe(2);
    expect(rapports[0]).toMatchObject({ verdict: "illisible" });
    const constat = rapports[0]?.constats.find((dit) => dit.code === "sans-valeur");
    expect(constat).toMatchObject({
      gravite: "erreur",
      valeurs: {
        formules: 5,
        cellules: ["A1", "B1", "A2"].map((adresse) => ({ feuille: "Feuil1", adresse })),
      },
    });
    expect(constat?.message).toContain("2 autres");
  });
});

describe("ce qui est lu d'un classeur", () => {
  test("une feuille masquée est lue, et dite", async () => {
    await ecrireClasseur(
      join(dossier, "masquee.xlsx"),
      [
        ["Commune", "LLS manquants", "Objectif légal", "Objectif retenu"],
        ["Alpha", 500, 165, 165],
        ["Bêta", 300, 99, 99],
      ],
      { nom: "Brouillon", masquee: true }
    );
    const { rapports } = await controlerEnJson(["masquee.xlsx"], { dossier });
    expect(rapports[0]?.tableaux).toMatchObject([{ feuille: "Brouillon", plage: "A1:D3" }]);
    expect(rapports[0]?.constats).toMatchObject([
      { code: "feuilles-masquees", gravite: "information", valeurs: { feuilles: ["Brouillon"] } },
    ]);
  });

  test("une cellule égarée tout en bas ne gêne pas la lecture, et se dit", async () => {
    const commune = (ligne: number) => [`Commune ${ligne}`, 500, 165, 165];
    const lignes = [
      ["Commune", "LLS manquants", "Objectif légal", "Objectif retenu"],
      ...Array.from({ length: 5 }, (_, i) => commune(i)),
    ];
    const cellules = lignes.flatMap((rangee, ligne) =>
      rangee.map((valeur, colonne) => ({ ligne, colonne, valeur }))
    );
    cellules.push({ ligne: 1_048_575, colonne: 16_383, valeur: "x" });
    await ecrireClasseur(join(dossier, "loin.xlsx"), [], { cellules });
    const { rapports } = await controlerEnJson(["loin.xlsx"], { dossier });
    expect(rapports[0]?.tableaux).toMatchObject([{ plage: "A1:D6" }]);
    expect(rapports[0]?.constats).toMatchObject([
      { code: "feuille-tronquee", valeurs: { feuille: "Feuil1", lue: "A1:IV20000" } },
    ]);
  });

  test("un texte de cellule n'agit pas sur le terminal", async () => {
    await ecrireClasseur(
      join(dossier, "piege.xlsx"),
      [
        ["Commune", "LLS manquants", "Objectif légal", "Objectif retenu"],
        ["\u001b[2JAlpha\nOmega", 500, 160, 160],
      ],
      { nom: "a\u001bb" }
    );
    const { sortie } = await lancer(["piege.xlsx"], { dossier });
    expect(sortie).not.toMatch(/\p{Cc}(?<!\n)/u);
    expect(sortie).toContain("Feuille « a b »");
  });
});

test("une commune hors de l'EPCI, par le découpage officiel", async () => {
  await ecrireClasseur(join(dossier, "poitiers.xlsx"), [
    ["EPCI : CU du Grand Poitiers, contrat abaissant 2026-2028"],
    ["Commune", "LLS manquants", "Écart", "Objectif légal", "Objectif retenu"],
    ["Chauvigny", 500, 5, 165, 165],
    ["Niort", 300, 5, 99, 99],
  ]);
  const { rapports } = await controlerEnJson(["poitiers.xlsx"], { dossier });
  const [constat] = rapports[0]?.tableaux[0]?.constats ?? [];
  expect(constat).toMatchObject({ code: "hors-epci", commune: "Niort", cellule: "A4" });
  expect(lisible(constat?.message ?? "")).toContain("la commune est dans « CA du Niortais »");
});
