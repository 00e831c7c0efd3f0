import { existsSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import {
  ADRESSE_DE_DEVELOPPEMENT,
  adresseDePublication,
  remplacerAdresse,
} from "../../outils/adresse.cjs";
import { ESPACE_DE_NOMS } from "../../outils/metadonnees.cjs";
import { COMPLEMENT } from "../../src/volet/partager/complement";

const TEXTE = readFileSync("manifest.xml", "utf8");
const manifeste = new JSDOM(TEXTE, { contentType: "application/xml" }).window.document;

/** Éléments de ce nom, quel que soit leur espace de noms. */
function elements(nom: string): Element[] {
  return [...manifeste.getElementsByTagNameNS("*", nom)];
}

function attributs(liste: Element[], nom: string): string[] {
  return liste.map((element) => element.getAttribute(nom)).filter((valeur) => valeur !== null);
}

const TOUS = elements("*");
const RESSOURCES = elements("Resources")[0];

function ressources(nom: string): Element[] {
  return [...(RESSOURCES?.getElementsByTagNameNS("*", nom) ?? [])];
}

/** Toutes les adresses du manifeste, et rien d'autre. */
const ADRESSES = attributs(TOUS, "DefaultValue").filter((valeur) => valeur.includes("://"));

test("chaque ressource citée est définie, et chaque ressource définie est citée", () => {
  const definies = ["Image", "Url", "String"].flatMap((nom) => attributs(ressources(nom), "id"));
  expect(new Set(attributs(TOUS, "resid"))).toEqual(new Set(definies));
  expect(new Set(definies).size).toBe(definies.length);
  for (const id of definies) expect(id.length).toBeLessThanOrEqual(32);
});

test.each([
  ["ShortStrings", 125],
  ["LongStrings", 250],
])("%s : %d caractères au plus", (groupe, longueur) => {
  const textes = attributs([...(ressources(groupe)[0]?.children ?? [])], "DefaultValue");
  expect(textes.length).toBeGreaterThan(0);
  for (const texte of textes) expect(texte.length).toBeLessThanOrEqual(longueur);
});

test("Excel est le seul hôte, et la page est partagée", () => {
  expect(attributs(elements("Host"), "Name")).toEqual(["Workbook"]);
  expect(attributs(elements("Runtime"), "lifetime")).toEqual(["long"]);
  expect(attributs(elements("Set"), "Name")).toContain("SharedRuntime");
});

test("une copie pour un collègue désigne ce complément", () => {
  const texte = (nom: string) => elements(nom)[0]?.textContent;
  expect(COMPLEMENT).toMatchObject({ id: texte("Id"), version: texte("Version") });
});

test("l'espace de noms est celui des liens d'aide", () => {
  const espace = elements("Namespace")[0]?.getAttribute("resid");
  const texte = ressources("String").find((element) => element.getAttribute("id") === espace);
  expect(texte?.getAttribute("DefaultValue")).toBe(ESPACE_DE_NOMS);
});

test("chaque adresse est en https et mène à un fichier que le build livre", () => {
  const produits = ["/volet.html", "/functions.json", "/aide/index.html"];
  expect(ADRESSES.length).toBeGreaterThan(10);
  for (const adresse of ADRESSES) {
    expect(adresse.startsWith(`${ADRESSE_DE_DEVELOPPEMENT}/`)).toBe(true);
    const chemin = adresse.slice(ADRESSE_DE_DEVELOPPEMENT.length);
    expect(produits.includes(chemin) || existsSync(`.${chemin}`)).toBe(true);
  }
});

test("le manifeste de production ne cite plus cette machine", () => {
  const adresse = "https://complements.exemple.gouv.fr/cms";
  const production = remplacerAdresse(TEXTE, adresse);
  expect(production).not.toContain("localhost");
  expect(production).toContain(`DefaultValue="${adresse}/volet.html"`);
});

describe("l'adresse de publication", () => {
  test.each([
    [undefined, ADRESSE_DE_DEVELOPPEMENT],
    ["https://exemple.gouv.fr", "https://exemple.gouv.fr"],
    ["https://exemple.gouv.fr/cms/", "https://exemple.gouv.fr/cms"],
  ])("CMS_URL_BASE=%s", (valeur, attendue) => {
    expect(adresseDePublication({ CMS_URL_BASE: valeur })).toBe(attendue);
  });

  test.each([
    "http://exemple.fr",
    "exemple.fr",
    "https://exemple.fr/?a=1",
    "https://exemple.fr/#a",
  ])("%s est refusée", (valeur) => {
    expect(() => adresseDePublication({ CMS_URL_BASE: valeur })).toThrow("CMS_URL_BASE");
  });
});
