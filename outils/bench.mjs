/**
 * « npm run bench » : vitesse des fonctions, poids et ouverture du volet, chacun rapporté à sa limite.
 * Tout se mesure sur la construction de production, office.js et classeur embarqué servis d'ici.
 */

/* global document, MutationObserver -- dans la page, pour marquerLePremierBouton */

import vm from "node:vm";
import { gzipSync } from "node:zlib";
import chargerHighs from "highs";
import configurationDuVolet from "../webpack.config.js";
import { dureeDUnControle } from "./bench-controle.mjs";
import { dureeDuDossier } from "./bench-dossier.mjs";
import { dureesDuRecalcul, LIGNES_RECALCULEES } from "./bench-libreoffice.mjs";
import { ouvrirChromium } from "./chromium.cjs";
import { construire } from "./construction.cjs";
import { copieDEssai } from "./copie-d-essai.mjs";
import { repartitionsOptimales } from "./repartition-optimale.cjs";
import { demarrerServeur } from "./serveur.cjs";
import configurationHote from "./webpack-hote.cjs";

const LIMITES = {
  rapport: 3,
  solveur: 1,
  copie: 3,
  recalcul: 2,
  dossier: 100,
  chargement: 20,
  poids: 130_000,
  ouverture: 1000,
};
const LIGNES = 10_000;
const APPELS = 150;
const COMMUNES = 40;
const RESOLUTIONS = 15;
/** Appels comptés pour un : un seul serait trop court pour l'horloge, et trop peu pour que le moteur compile. */
const SERIE = 1000;
const CHARGEMENTS = 9;
const COPIES = 9;
const OUVERTURES = 5;

/** @typedef {(...arguments_: (unknown[][] | null)[]) => unknown[][]} Fonction */

const { adresse, fermer } = await servir();
const scripts = await scriptsDuVolet(adresse);
const fonctions = chargerFonctions(scripts);
mesurerObjectif();
await mesurerRepartir();
await mesurerCopie();
await mesurerRecalcul();
mesurerControle(300, 1, 30);
mesurerControle(1200, 300, 150);
mesurerDossier();
mesurerChargement(scripts);
mesurerPoids(scripts);
await mesurerOuverture(adresse);
await fermer();

async function servir() {
  process.env.OFFICE_LOCAL = "1";
  /** @type {import("./serveur.cjs").Pages} */
  let pages = (_requete, reponse) => void reponse.writeHead(503).end();
  const { serveur, adresse } = await demarrerServeur({
    port: 0,
    accueil: "/hote/index.html",
    pages: (requete, reponse) => pages(requete, reponse),
  });
  const accrochage = configurationHote.ACCROCHAGE;
  const construction = construire(
    [
      configurationDuVolet({ adresse, accrochage }, { mode: "production" }),
      configurationHote(false),
    ],
    () => {}
  );
  pages = construction.pages;
  await construction.premiere;
  return {
    adresse,
    async fermer() {
      await construction.fermer();
      serveur.closeAllConnections();
      serveur.close();
    },
  };
}

/**
 * Les scripts que la page du volet charge d'emblée, hors office.js et accrochage.
 * @param {string} adresse
 */
async function scriptsDuVolet(adresse) {
  const page = await lire(`${adresse}/volet.html`);
  const noms = [...page.matchAll(/<script defer[^>]* src="?([^" >]+)/g)].map(([, nom = ""]) => nom);
  return Promise.all(noms.map(async (nom) => ({ nom, code: await lire(`${adresse}/${nom}`) })));
}

/** @param {string} url */
async function lire(url) {
  const reponse = await fetch(url);
  if (!reponse.ok) throw new Error(`${url} : ${reponse.status}`);
  return reponse.text();
}

/** Appelle `CMS.OBJECTIF` comme Excel : par l'association, une fois pour toute la plage, les arguments omis à null. */
function mesurerObjectif() {
  const objectif = laFonction("OBJECTIF");
  const deficits = Array.from({ length: LIGNES }, (_, ligne) => [1 + (ligne % 2000)]);
  const ecarts = Array.from({ length: LIGNES }, (_, ligne) => [0.5 + (ligne % 180) / 10]);
  const [notre, temoin] = mesurer(
    () => objectif(deficits, ecarts, null, null, null, null),
    // Le témoin reçoit et rend les mêmes tableaux à deux dimensions.
    () => deficits.map((rangee, i) => rangee.map((deficit, j) => aLaMain(deficit, ecarts[i]?.[j]))),
    APPELS
  );
  const detail = `${parLigne(notre)} contre ${parLigne(temoin)} par ligne`;
  afficher("CMS.OBJECTIF sur 10 000 lignes", notre / temoin, LIMITES.rapport, detail);
}

/**
 * `CMS.REPARTIR` contre le solveur, pour le même optimum aux deux critères : 40 communes dont les capacités ne suffisent pas, et un total
 * qui oblige à en relever.
 */
async function mesurerRepartir() {
  const repartir = laFonction("REPARTIR");
  const deficits = Array.from({ length: COMMUNES }, (_, rang) => [50 + ((rang * 97) % 600)]);
  const ecarts = deficits.map((_, rang) => [[5, 3, 5, 1][rang % 4]]);
  const capacites = deficits.map(([deficit = 0], rang) => [(rang * 53) % deficit]);
  const planchers = laFonction("PLANCHER")(deficits, ecarts, [["mutualisant"]], null, null);
  const legaux = laFonction("OBJECTIF")(deficits, ecarts, null, null, null, null);
  const communes = deficits.map(([manquants = 0], rang) => ({
    plancher: Number(planchers[rang]?.[0]),
    legal: Number(legaux[rang]?.[0]),
    manquants,
    capacite: capacites[rang]?.[0] ?? 0,
  }));
  const total = communes.reduce((somme, { legal }) => somme + legal, 1500);
  const notreReponse = () => repartir(deficits, ecarts, capacites, [[total]], null);

  const solveur = await chargerHighs();
  const [optimum] = repartitionsOptimales(solveur, [{ communes, total }]) ?? [];
  const objectifs = notreReponse().map(([objectif]) => Number(objectif));
  const ecartTotal = communes.reduce(
    (somme, { capacite }, rang) => somme + Math.abs((objectifs[rang] ?? NaN) - capacite),
    0
  );
  const relevees = communes.filter(({ legal }, rang) => (objectifs[rang] ?? NaN) > legal).length;
  if (ecartTotal !== optimum?.cout || relevees !== optimum.relevees) {
    throw new Error(
      `REPARTIR : ${ecartTotal} et ${relevees}, le solveur ${JSON.stringify(optimum)}`
    );
  }

  const [serie, resolution] = mesurer(
    () => {
      for (let appel = 0; appel < SERIE; appel += 1) notreReponse();
    },
    () => repartitionsOptimales(solveur, [{ communes, total }]),
    RESOLUTIONS
  );
  const notre = serie / SERIE;
  const detail = `${nombre(resolution / notre)} fois plus rapide que le solveur, même optimum : ${millisecondes(notre)} contre ${millisecondes(resolution)}`;
  afficher(
    "CMS.REPARTIR sur 40 communes, en millièmes du solveur",
    (1000 * notre) / resolution,
    LIMITES.solveur,
    detail
  );
}

/** La copie à formules natives d'un fichier de 10 000 appels, contre ce que prend de la dézipper et de la rezipper sans y toucher. */
async function mesurerCopie() {
  const { copier, temoin } = await copieDEssai(LIGNES);
  /** @type {[number[], number[]]} */
  const durees = [[], []];
  for (let essai = 0; essai < COPIES; essai += 1) {
    const debut = process.hrtime.bigint();
    await copier();
    durees[0].push(Number(process.hrtime.bigint() - debut));
    durees[1].push(chronometrer(temoin));
  }
  const notre = mediane(durees[0].slice(COPIES / 3));
  const reference = mediane(durees[1].slice(COPIES / 3));
  const detail = `${millisecondes(notre)} contre ${millisecondes(reference)} pour la dézipper et la rezipper`;
  afficher("Copie sans complément, 10 000 formules", notre / reference, LIMITES.copie, detail);
}

/** Chaque formule convertie, recalculée par LibreOffice, contre son équivalent écrit à la main. */
async function mesurerRecalcul() {
  const durees = await dureesDuRecalcul();
  if (durees === null) console.log("sauté    Recalcul par LibreOffice : il n'est pas installé");
  for (const { appel, convertie, aLaMain } of durees ?? []) {
    const detail = `${millisecondes(convertie * 1e6)} contre ${millisecondes(aLaMain * 1e6)} écrite à la main, ${nombre(LIGNES_RECALCULEES)} formules`;
    afficher(`${appel}, recalcul par LibreOffice`, convertie / aLaMain, LIMITES.recalcul, detail);
  }
}

/**
 * Le temps que prend le paquet des fonctions, seul : s'il avait besoin de React ou de Fluent, qui ne sont pas chargés ici, il
 * n'associerait rien.
 * @param {{ nom: string, code: string }[]} scripts
 */
function mesurerChargement(scripts) {
  const durees = Array.from({ length: CHARGEMENTS }, (_, essai) => {
    // Un texte toujours différent : le moteur garde sinon le code déjà compilé.
    const neufs = scripts.map(({ nom, code }) => ({ nom, code: `${code}\n// ${essai}` }));
    return chronometrer(() => chargerFonctions(neufs)) / 1e6;
  });
  const duree = mediane(durees);
  const detail = `${nombre(duree)} ms, ${fonctions.size} fonctions, sans React ni Fluent`;
  afficher("Chargement des fonctions dans Node", duree / LIMITES.chargement, 1, detail);
}

/** @param {string} id */
function laFonction(id) {
  const fonction = fonctions.get(id);
  if (!fonction) throw new Error(`${id} n'est pas associée.`);
  return fonction;
}

/**
 * Charge les scripts des fonctions, sans ceux du volet, de React ni de Fluent : elles n'ont besoin ni de page ni d'Excel.
 * @param {{ nom: string, code: string }[]} scripts
 * @returns {Map<string, Fonction>}
 */
function chargerFonctions(scripts) {
  /** @type {Map<string, Fonction>} */
  const associees = new Map();
  class ErreurDeFonction extends Error {}
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (/** @type {string} */ id, /** @type {Fonction} */ fonction) =>
        associees.set(id, fonction),
      Error: ErreurDeFonction,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    },
  });
  for (const { nom, code } of scripts.filter(({ nom }) => !/^(volet|react|fluent)\./.test(nom))) {
    vm.runInThisContext(code, { filename: nom });
  }
  // Le registre de webpack : un chargement suivant repart de rien.
  for (const nom of Object.keys(globalThis).filter((nom) => nom.startsWith("webpackChunk"))) {
    Reflect.deleteProperty(globalThis, nom);
  }
  if (associees.size === 0) throw new Error("Aucune fonction n'est associée.");
  return associees;
}

/**
 * Le même calcul (33, 50 ou 100 %, arrondi supérieur) qu'écrirait à la main un développeur soigneux.
 * @param {unknown} deficit
 * @param {unknown} ecart
 */
function aLaMain(deficit, ecart) {
  if (typeof deficit !== "number" || !Number.isInteger(deficit) || deficit <= 0) return "#VALEUR!";
  if (typeof ecart !== "number" || ecart <= 0 || ecart > 25) return "#VALEUR!";
  const points = Math.round(ecart * 1e6) / 1e6;
  const taux = points > 4 ? 33 : points >= 2 ? 50 : 100;
  return Math.ceil((deficit * taux) / 100);
}

/**
 * Durées médianes, en nanosecondes, une fois le code compilé par le moteur. Les deux actions alternent : une machine
 * occupée les ralentit l'une comme l'autre.
 * @param {() => unknown} notre
 * @param {() => unknown} temoin
 * @param {number} appels Le premier tiers ne compte pas.
 * @returns {[number, number]}
 */
function mesurer(notre, temoin, appels) {
  /** @type {[number[], number[]]} */
  const durees = [[], []];
  for (let appel = 0; appel < appels; appel += 1) {
    durees[0].push(chronometrer(notre));
    durees[1].push(chronometrer(temoin));
  }
  return [mediane(durees[0].slice(appels / 3)), mediane(durees[1].slice(appels / 3))];
}

/** @param {() => unknown} action */
function chronometrer(action) {
  const debut = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - debut);
}

/**
 * @param {number} communes
 * @param {number} epci
 * @param {number} limite En millisecondes, feuille déjà lue.
 */
function mesurerControle(communes, epci, limite) {
  const duree = dureeDUnControle(communes, epci);
  afficher(
    `Contrôle de ${nombre(communes)} communes`,
    duree / limite,
    1,
    millisecondes(duree * 1e6)
  );
}

/** Ce que le volet calcule avant d'écrire toutes les feuilles du dossier. */
function mesurerDossier() {
  const duree = dureeDuDossier(COMMUNES);
  const detail = millisecondes(duree * 1e6);
  afficher(`Dossier de ${COMMUNES} communes, notre code`, duree / LIMITES.dossier, 1, detail);
}

/** @param {{ nom: string, code: string }[]} scripts */
function mesurerPoids(scripts) {
  const octets = scripts.reduce((somme, { code }) => somme + gzipSync(code).byteLength, 0);
  const detail = `${nombre(octets / 1000)} Ko compressés`;
  afficher("JavaScript initial du volet", octets / LIMITES.poids, 1, detail);
}

/** @param {string} adresse */
async function mesurerOuverture(adresse) {
  const navigateur = await ouvrirChromium();
  const durees = [];
  for (let essai = 0; essai < OUVERTURES; essai += 1) {
    durees.push(await ouvrirVolet(navigateur, adresse));
  }
  await navigateur.close();
  const duree = mediane(durees);
  afficher("Volet interactif", duree / LIMITES.ouverture, 1, `${nombre(duree)} ms`);
}

/**
 * Temps entre l'arrivée de la page du volet, jamais vue de ce navigateur, et son premier bouton. La page n'est envoyée
 * qu'une fois la grille affichée : elle n'existe pas dans Excel et occuperait le processeur à la place du volet.
 * @param {import("playwright-core").Browser} navigateur
 * @param {string} adresse
 */
async function ouvrirVolet(navigateur, adresse) {
  const contexte = await navigateur.newContext();
  const page = await contexte.newPage();
  await page.addInitScript(marquerLePremierBouton);
  await page.route("**/volet.html", async (route) => {
    await page.locator("#chargement").waitFor({ state: "hidden" });
    await route.continue();
  });
  await page.goto(`${adresse}/`);
  const volet = page.frameLocator("iframe");
  await volet.getByRole("button").first().waitFor();
  const duree = await volet.locator("body").evaluate(() => {
    const [page] = performance.getEntriesByType("navigation");
    const [bouton] = performance.getEntriesByName("interactif");
    return (
      Number(bouton?.startTime) - /** @type {PerformanceNavigationTiming} */ (page).responseStart
    );
  });
  await contexte.close();
  return duree;
}

/** S'exécute dans la page. */
function marquerLePremierBouton() {
  new MutationObserver((_, observateur) => {
    if (!document.querySelector("#racine button:enabled")) return;
    observateur.disconnect();
    performance.mark("interactif");
  }).observe(document, { childList: true, subtree: true });
}

/** @param {number[]} valeurs */
function mediane(valeurs) {
  return valeurs.sort((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? NaN;
}

/**
 * @param {string} nom
 * @param {number} rapport
 * @param {number} limite
 * @param {string} detail
 */
function afficher(nom, rapport, limite, detail) {
  const tenu = rapport <= limite;
  if (!tenu) process.exitCode = 1;
  console.log(
    `${tenu ? "tenu   " : "DÉPASSÉ"}  ${nom} : ${nombre(rapport)} pour ${nombre(limite)} au plus (${detail})`
  );
}

/** @param {number} nanosecondes Pour toutes les lignes. */
function parLigne(nanosecondes) {
  return `${nombre(nanosecondes / LIGNES)} ns`;
}

/** @param {number} nanosecondes */
function millisecondes(nanosecondes) {
  return `${(nanosecondes / 1e6).toLocaleString("fr-FR", { maximumSignificantDigits: 2 })} ms`;
}

/** @param {number} valeur */
function nombre(valeur) {
  return valeur.toLocaleString("fr-FR", { maximumFractionDigits: valeur < 10 ? 2 : 0 });
}
