import { ecrirePlan, enregistrerContrat, lireFeuille } from "../../src/classeur";
import {
  CONTRAT_VIDE,
  contexteDe,
  designer,
  lireContrat,
  planContrat,
  repondre,
  type Contrat,
} from "../../src/contrat";
import { ecrireXlsx, lireXlsx } from "../../src/fichier";
import { depuisUniver } from "../../src/hote";
import { demarrerBanc, type Banc } from "./banc";

const FEUILLE = "CMS – Contrat";
const EPCI = "CA du Val d'Orle";

/** Des réponses de chaque forme, dont un nom qu'Excel prendrait pour une formule. */
const CONTRAT: Contrat = designer(
  repondre(repondre(CONTRAT_VIDE, null, { periode: "2026-2028", signataires: true }), EPCI, {
    plh: true,
    avisCnsru: "défavorable",
    accords: ["Vaubrun-sous-Orle", "=HYPERLINK(1)"],
    entrantes: [],
    exemptees: ["01004"],
    periodesConsecutives: 2,
  }),
  "Source",
  "deficit",
  "C"
);

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBanc({ feuilles: { Source: [["Commune", 500]], Autre: [] } });
});

afterEach(() => {
  jest.restoreAllMocks();
  banc.fermer();
});

async function relire() {
  return lireContrat((await lireFeuille()).contrat);
}

/** Adresse de la case d'une réponse, par son repère et le titre de sa colonne. */
async function adresseDe(repere: string, epci: string): Promise<string> {
  const { contrat } = await lireFeuille();
  const cellules = contrat?.cellules ?? [];
  const trouver = (mot: string) => {
    for (const [i, ligne] of cellules.entries())
      for (const [j, { valeur }] of ligne.entries()) if (valeur === mot) return { i, j };
    throw new Error(`« ${mot} » n'est pas sur la feuille.`);
  };
  const ligne = trouver(repere).i + (contrat?.ligne ?? 0) + 1;
  return `${FEUILLE}!${String.fromCharCode(65 + trouver(epci).j + (contrat?.colonne ?? 0))}${ligne}`;
}

async function lireNoms(): Promise<Record<string, string>> {
  return Excel.run(async (context) => {
    const { names } = context.workbook;
    names.load("items/name,items/formula");
    await context.sync();
    return Object.fromEntries(names.items.map(({ name, formula }) => [name, String(formula)]));
  });
}

async function lireValidation(adresse: string) {
  const [cellule = "", nom = ""] = adresse.split("!").reverse();
  return Excel.run(async (context) => {
    const validation = context.workbook.worksheets.getItem(nom).getRange(cellule).dataValidation;
    validation.load("rule,prompt,errorAlert");
    await context.sync();
    return validation.toJSON();
  });
}

test("sans la feuille, rien à lire, et toujours un aller-retour", async () => {
  expect((await lireFeuille()).contrat).toBeNull();
  expect(banc.fil.nombre).toBe(1);
});

test("la feuille est créée en deux allers-retours, sans être activée, et se relit à l'identique dans celui de la lecture", async () => {
  await enregistrerContrat(CONTRAT);
  expect(banc.fil.nombre).toBe(2);
  expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre", FEUILLE]);
  banc.fil.vider();
  const lue = await lireFeuille();
  expect(banc.fil.nombre).toBe(1);
  expect(lue.nom).toBe("Source");
  expect(lireContrat(lue.contrat)).toEqual({ contrat: CONTRAT, illisibles: [] });
});

test("les plages nommées et les listes de choix y sont, avec leurs phrases", async () => {
  await enregistrerContrat(CONTRAT);
  const noms = await lireNoms();
  const adresse = await adresseDe("plh", "Tout le classeur");
  const [, cellule = ""] = adresse.split("!");
  const ligne = cellule.slice(1);
  expect(noms.CMS_PLH).toBe(`='${FEUILLE}'!$E$${ligne}:$F$${ligne}`);
  expect(Object.keys(noms)).toEqual(
    expect.arrayContaining(["CMS_EPCI", "CMS_AVIS_CNSRU", "CMS_ACCORDS", "CMS_COLONNES"])
  );
  expect(await lireValidation(adresse)).toMatchObject({
    rule: { list: { source: "Oui,Non", inCellDropDown: true } },
    prompt: { showPrompt: true, title: "PLH exécutoire" },
    errorAlert: { showAlert: true, style: "Warning" },
  });
  expect(await lireValidation(await adresseDe("accords", EPCI))).toMatchObject({
    rule: { list: { source: "Toutes,Aucune" } },
    errorAlert: { showAlert: false },
  });
  expect(await lireValidation(await adresseDe("rang-de-la-periode", EPCI))).toMatchObject({
    rule: { wholeNumber: { formula1: 1, formula2: 10, operator: "Between" } },
  });
});

test("une réponse corrigée à la main est relue, dans les mots de l'agent", async () => {
  await enregistrerContrat(CONTRAT);
  banc.saisir(await adresseDe("plh", EPCI), "non");
  banc.saisir(await adresseDe("accords", EPCI), "toutes");
  banc.saisir(await adresseDe("carencees", EPCI), "Alpha\nBêta ; Gamma");
  banc.saisir(await adresseDe("avis-cnsru", EPCI), "on verra");
  const { contrat, illisibles } = await relire();
  expect(contexteDe(contrat, EPCI)).toMatchObject({
    plh: false,
    accords: "tous",
    carencees: ["Alpha", "Bêta", "Gamma"],
  });
  expect(contexteDe(contrat, EPCI).avisCnsru).toBeUndefined();
  expect(illisibles).toMatchObject([{ motif: "reponse", ecrit: "on verra" }]);
});

test("enregistrer de nouveau n'écrit que ce qui change : les notes, les tournures et l'illisible restent", async () => {
  await enregistrerContrat(CONTRAT);
  const plh = await adresseDe("plh", EPCI);
  const avis = await adresseDe("avis-cnsru", EPCI);
  banc.saisir(plh, "oui");
  banc.saisir(avis, "on verra");
  banc.saisir(`${FEUILLE}!H3`, "Vu avec la préfecture");
  banc.saisir(`${FEUILLE}!A40`, "Note du bas");
  banc.fil.vider();
  const lue = await relire();
  await enregistrerContrat(repondre(lue.contrat, EPCI, { signataires: false }));
  expect(banc.fil.nombre).toBe(3);
  expect(await banc.lire(plh)).toBe("oui");
  expect(await banc.lire(avis)).toBe("on verra");
  expect(await banc.lire(`${FEUILLE}!H3`)).toBe("Vu avec la préfecture");
  expect(await banc.lire(`${FEUILLE}!A40`)).toBe("Note du bas");
  expect(await banc.lire(await adresseDe("signataires", EPCI))).toBe("Non");
});

test("enregistrer ce qui est déjà dit ne coûte qu'une lecture", async () => {
  await enregistrerContrat(CONTRAT);
  banc.fil.vider();
  await enregistrerContrat(CONTRAT);
  expect(banc.fil.nombre).toBe(1);
});

test("un EPCI de plus prend une colonne libre, avec ses listes, et les noms s'étendent", async () => {
  await enregistrerContrat(CONTRAT);
  const demande = repondre(CONTRAT, "CC des Monts", { plh: false });
  banc.fil.vider();
  await enregistrerContrat(demande);
  expect(banc.fil.nombre).toBe(2);
  expect(await relire()).toEqual({ contrat: demande, illisibles: [] });
  expect((await lireNoms()).CMS_PLH).toMatch(/\$E\$\d+:\$G\$\d+$/);
  expect(await lireValidation(await adresseDe("plh", "CC des Monts"))).toMatchObject({
    rule: { list: { source: "Oui,Non" } },
  });
});

test("une feuille ou un classeur protégé est dit, et rien n'est écrit", async () => {
  await enregistrerContrat(CONTRAT);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(FEUILLE).protection.protect();
    await context.sync();
  });
  const avant = banc.instantane();
  await expect(enregistrerContrat(CONTRAT_VIDE)).rejects.toMatchObject({ code: "ContratProtege" });
  expect(banc.instantane()).toEqual(avant);
});

test("une feuille de ce nom qui porte autre chose reste intacte", async () => {
  await Excel.run(async (context) => {
    const feuille = context.workbook.worksheets.add(FEUILLE);
    feuille.getRange("B2").values = [["Mes notes"]];
    await context.sync();
  });
  const avant = banc.instantane();
  await expect(enregistrerContrat(CONTRAT)).rejects.toMatchObject({ code: "ContratMeconnu" });
  expect(banc.instantane()).toEqual(avant);
  expect((await relire()).illisibles).toMatchObject([{ motif: "titres-absents", adresse: "B2" }]);
});

test("une panne pendant la création retire la feuille et les noms", async () => {
  await enregistrerContrat(CONTRAT);
  const operations = banc.fil.actions;
  banc.fermer();
  banc = await demarrerBanc({ feuilles: { Source: [["Commune", 500]], Autre: [] } });
  const panne = banc.panne(operations - 12);
  await expect(enregistrerContrat(CONTRAT)).rejects.toMatchObject({ code: "GeneralException" });
  expect(panne.declenchee).toBe(true);
  expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre"]);
  expect(await lireNoms()).toEqual({});
});

test("une panne pendant une mise à jour remet les réponses, où qu'elle tombe", async () => {
  await enregistrerContrat(CONTRAT);
  banc.saisir(await adresseDe("periode", EPCI), '="2023"&"-2025"');
  const avant = await relire();
  const demande = repondre(avant.contrat, EPCI, {
    plh: false,
    periode: "2026-2028",
    accords: null,
  });
  let pannes = 0;
  for (let rang = 0; ; rang++) {
    const panne = banc.panne(rang);
    const issue = await enregistrerContrat(demande).catch(() => "panne");
    if (!panne.declenchee) {
      expect(issue).toBeUndefined();
      break;
    }
    pannes++;
    expect(issue).toBe("panne");
    expect(await relire()).toEqual(avant);
  }
  expect(pannes).toBeGreaterThan(5);
  expect((await relire()).contrat).toEqual(demande);
});

test("écrite par le fichier ou par Excel, la feuille porte les mêmes listes et les mêmes noms", async () => {
  await ecrirePlan(planContrat(CONTRAT));
  const ecrit = await lireXlsx(await ecrireXlsx(depuisUniver(banc.hote.classeur)));
  const feuille = ecrit.feuilles.find(({ nom }) => nom === FEUILLE);
  const { validations = [], noms = [] } = planContrat(CONTRAT);
  expect(new Set(feuille?.validations)).toEqual(new Set(validations));
  expect(ecrit.noms).toHaveLength(noms.length);
});
