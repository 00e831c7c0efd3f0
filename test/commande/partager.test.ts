import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { partager } from "../../src/commande";
import { lireXlsx } from "../../src/fichier";
import { donnees, partiesStockees } from "../fichier/copie/fabriques";
import { zipDe } from "../fichier/fabriques";
import { dossierDEssai, lisible } from "./terminal";

const dossier = dossierDEssai();
const cellule = (adresse: string, formule: string, valeur: string) =>
  `<c r="${adresse}"><f>${formule}</f>${valeur}</c>`;

writeFileSync(
  join(dossier, "epci.xlsx"),
  zipDe(
    partiesStockees(
      donnees([
        cellule("A1", "_xldudf_CMS_OBJECTIF(500,5)", "<v>165</v>"),
        cellule("B1", "_xldudf_CMS_NOTIFICATION(500,5)", "<v>166</v>"),
        cellule("C1", "_xldudf_CMS_NOTIFICATION(400,5)", "<v>133</v>"),
      ])
    )
  )
);
writeFileSync(
  join(dossier, "morte.xlsx"),
  zipDe(
    partiesStockees(
      donnees([
        '<c r="A1" t="e"><f>CMS.EXPLIQUER(500,5)</f><v>#NAME?</v></c>',
        cellule("B1", "_xldudf_CMS_OBJECTIF(500,5)", "<v>165</v>"),
      ])
    )
  )
);

async function lancer(...args: string[]) {
  const sortie: string[] = [];
  const erreurs: string[] = [];
  const code = await partager(args, {
    dossier,
    largeur: 80,
    couleurs: false,
    ecrire: (texte) => void sortie.push(texte),
    ecrireErreur: (texte) => void erreurs.push(texte),
  });
  return { code, sortie: lisible(sortie.join("\n")), erreurs: lisible(erreurs.join("\n")) };
}

async function formulesDe(copie: string) {
  const { feuilles } = await lireXlsx(readFileSync(join(dossier, copie)));
  return feuilles[0]?.cellules.map(({ formule = null }) => formule);
}

test("--natif : la copie est écrite, l'original ne change pas, et chaque valeur a sa raison", async () => {
  const original = readFileSync(join(dossier, "epci.xlsx"));
  const { code, sortie, erreurs } = await lancer("epci.xlsx", "--natif", "-o", "natif.xlsx");
  expect({ code, erreurs }).toEqual({ code: 0, erreurs: "" });
  expect(await formulesDe("natif.xlsx")).toEqual([expect.stringMatching(/^=IF\(/), null, null]);
  expect(readFileSync(join(dossier, "epci.xlsx"))).toEqual(original);
  expect(sortie).toContain(
    "epci.xlsx → natif.xlsx\n  1 formule convertie, 2 remplacées par leurs valeurs, 0 laissée telle quelle.\n"
  );
  expect(sortie).toMatch(/plusieurs\s+cellules\s+ensemble[^]*« Feuil1 »!B1, « Feuil1 »!C1/);
  expect(Math.max(...sortie.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test("--valeurs : plus aucune formule", async () => {
  const { code, sortie } = await lancer("epci.xlsx", "--valeurs", "--sortie", "valeurs.xlsx");
  expect(code).toBe(0);
  expect(await formulesDe("valeurs.xlsx")).toEqual([null, null, null]);
  expect(sortie).toContain("0 formule convertie, 3 remplacées par leurs valeurs");
});

test("une formule laissée : code 1, la copie est écrite, et la cellule est dite avec sa raison", async () => {
  const { code, sortie } = await lancer("morte.xlsx", "--natif", "-o", "reste.xlsx");
  expect(code).toBe(1);
  expect(await formulesDe("reste.xlsx")).toHaveLength(2);
  const texte = sortie.replaceAll(/\s+/g, " ");
  expect(texte).toContain("1 laissée telle quelle.");
  expect(texte).toMatch(/rend une phrase.*garde « #NAME\? ».*enregistrez-le.* « Feuil1 »!A1$/);
});

test("--json : la forme promise, et elle seule", async () => {
  const { code, sortie } = await lancer("morte.xlsx", "--natif", "-o", "json.xlsx", "--json");
  expect(code).toBe(1);
  expect(JSON.parse(sortie)).toEqual({
    fichier: "morte.xlsx",
    copie: "json.xlsx",
    mode: "natif",
    converties: 1,
    figees: 0,
    restees: 1,
    changements: [
      {
        lieu: { genre: "cellule", feuille: "Feuil1", adresse: "B1" },
        devient: "formule",
        fonctions: ["OBJECTIF"],
        raisons: [],
        message: null,
      },
    ],
    restes: [
      {
        lieu: { genre: "cellule", feuille: "Feuil1", adresse: "A1" },
        fonctions: ["EXPLIQUER"],
        raisons: [
          { code: "valeurs-seulement", motif: "phrase" },
          { code: "valeur-morte", erreur: "#NAME?" },
        ],
        message: expect.stringMatching(
          /^La formule reste telle quelle.*refaites la copie\.$/
        ) as string,
      },
    ],
    signature: null,
    erreur: null,
  });
});

test("un classeur à macros, signé : sa copie garde l'extension, et la signature perdue est dite", async () => {
  const signature =
    "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
  const parties = partiesStockees(donnees([cellule("A1", "CMS.OBJECTIF(500,5)", "<v>165</v>")]), {
    duPaquet: { [signature]: "_xmlsignatures/origin.sigs" },
    parties: { "_xmlsignatures/origin.sigs": "" },
  });
  writeFileSync(join(dossier, "macros.xlsm"), zipDe(parties));
  const { code, sortie } = await lancer("macros.xlsm", "--natif", "-o", "copie.xlsm");
  expect(code).toBe(0);
  expect(sortie.replaceAll(/\s+/g, " ")).toContain("ne porte plus la signature numérique");
});

describe("rien n'est écrit, code 2", () => {
  const ecrite = "deja.xlsx";
  beforeAll(() => {
    writeFileSync(join(dossier, ecrite), "deja");
    symlinkSync(dossier, join(dossier, "lien"), "junction");
  });

  test.each([
    ["absent.xlsx", "x.xlsx", "fichier-absent"],
    ["epci.xlsx", ecrite, "sortie-existe"],
    ["epci.xlsx", "epci.xlsx", "sortie-original"],
    ["epci.xlsx", "lien/epci.xlsx", "sortie-original"],
    ["epci.xlsx", "nulle-part/x.xlsx", "sortie-impossible"],
    ["epci.xlsx", "x.xlsm", "sortie-extension"],
    ["macros.xlsm", "x.xlsx", "sortie-extension"],
    ["macros.xlsm", "x.xltm", "sortie-extension"],
    ["modele.XLTX", "x.xlsx", "sortie-extension"],
    [ecrite, "x.xlsx", "fichier-pas-un-xlsx"],
  ])("%s → %s : %s", async (fichier, copie, erreur) => {
    const options = erreur === "sortie-existe" ? [] : ["--ecraser"];
    const { code, sortie } = await lancer(fichier, "--natif", "-o", copie, "--json", ...options);
    expect(code).toBe(2);
    expect(JSON.parse(sortie)).toMatchObject({ copie: null, erreur: { code: erreur } });
    expect(readFileSync(join(dossier, ecrite), "utf8")).toBe("deja");
  });

  test("le message se lit aussi sans --json", async () => {
    const { sortie } = await lancer("epci.xlsx", "--natif", "-o", ecrite);
    expect(sortie).toMatch(/^epci\.xlsx\n {2}La copie n'est pas écrite\. Un fichier porte déjà/);
  });

  test.each([
    ["aucun fichier", ["--natif", "-o", "x.xlsx"], "Aucun fichier à copier."],
    ["deux fichiers", ["a.xlsx", "b.xlsx", "--natif", "-o", "x.xlsx"], "un seul fichier"],
    ["aucun mode", ["a.xlsx", "-o", "x.xlsx"], "Choisissez --natif ou --valeurs."],
    ["deux modes", ["a.xlsx", "--natif", "--valeurs", "-o", "x.xlsx"], "Choisissez"],
    ["aucune sortie", ["a.xlsx", "--natif"], "Dites où écrire la copie"],
    ["-o sans nom", ["a.xlsx", "--natif", "-o"], "« -o » est mal employée"],
    ["option inconnue", ["a.xlsx", "--natives"], "L'option « --natives » n'existe pas."],
  ])("commande à corriger : %s", async (_, args, message) => {
    const { code, sortie, erreurs } = await lancer(...args);
    expect({ code, sortie }).toEqual({ code: 2, sortie: "" });
    expect(erreurs).toContain(message);
    expect(erreurs).toContain("Usage : npm run -s partager");
  });
});

test("--ecraser remplace la copie", async () => {
  writeFileSync(join(dossier, "ancienne.xlsx"), "ancienne");
  const { code } = await lancer("epci.xlsx", "--valeurs", "-o", "ancienne.xlsx", "--ecraser");
  expect(code).toBe(0);
  expect(await formulesDe("ancienne.xlsx")).toHaveLength(3);
});

test("--aide", async () => {
  const { code, sortie } = await lancer("--aide");
  expect(code).toBe(0);
  expect(sortie).toContain("Code de sortie");
});

test("par un vrai processus : npm run -s partager", () => {
  const args = [join(dossier, "epci.xlsx"), "--natif", "-o", join(dossier, "processus.xlsx")];
  const { status, stdout } = spawnSync("npm", ["run", "-s", "partager", "--", ...args], {
    cwd: join(__dirname, "../.."),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(lisible(stdout)).toContain("1 formule convertie");
  expect(status).toBe(0);
});
