/**
 * « npm run bench » : vitesse des fonctions, poids et ouverture du volet, chacun rapporté à sa limite.
 * Tout se mesure sur la construction de production, office.js et classeur embarqué servis d'ici.
 */

/* global document, MutationObserver -- dans la page, pour marquerLePremierBouton */

import vm from "node:vm";
import { gzipSync } from "node:zlib";
import configurationDuVolet from "../webpack.config.js";
import { ouvrirChromium } from "./chromium.cjs";
import { construire } from "./construction.cjs";
import { demarrerServeur } from "./serveur.cjs";
import configurationHote from "./webpack-hote.cjs";

const LIMITES = { rapport: 3, poids: 130_000, ouverture: 1000 };
const LIGNES = 10_000;
const APPELS = 150;
const OUVERTURES = 5;

/** @typedef {(deficits: unknown[][], ecarts: unknown[][], ...autres: null[]) => unknown[][]} Objectif */

const { adresse, fermer } = await servir();
const scripts = await scriptsDuVolet(adresse);
mesurerObjectif(scripts);
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

/**
 * Appelle `CMS.OBJECTIF` comme Excel : par l'association, une fois pour toute la plage, les arguments omis à null.
 * @param {{ nom: string, code: string }[]} scripts
 */
function mesurerObjectif(scripts) {
  const objectif = chargerObjectif(scripts);
  const deficits = Array.from({ length: LIGNES }, (_, ligne) => [1 + (ligne % 2000)]);
  const ecarts = Array.from({ length: LIGNES }, (_, ligne) => [0.5 + (ligne % 180) / 10]);
  const [notre, temoin] = mesurer(
    () => objectif(deficits, ecarts, null, null, null, null),
    // Le témoin reçoit et rend les mêmes tableaux à deux dimensions.
    () => deficits.map((rangee, i) => rangee.map((deficit, j) => aLaMain(deficit, ecarts[i]?.[j])))
  );
  const detail = `${parLigne(notre)} contre ${parLigne(temoin)} par ligne`;
  afficher("CMS.OBJECTIF sur 10 000 lignes", notre / temoin, LIMITES.rapport, detail);
}

/**
 * @param {{ nom: string, code: string }[]} scripts
 * @returns {Objectif}
 */
function chargerObjectif(scripts) {
  /** @type {Map<string, Objectif>} */
  const fonctions = new Map();
  class ErreurDeFonction extends Error {}
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (/** @type {string} */ id, /** @type {Objectif} */ fonction) =>
        fonctions.set(id, fonction),
      Error: ErreurDeFonction,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    },
  });
  // Sans son entrée, le volet se charge mais ne démarre pas : les fonctions n'ont besoin ni de page ni d'Excel.
  for (const { nom, code } of scripts.filter(({ nom }) => !nom.startsWith("volet."))) {
    vm.runInThisContext(code, { filename: nom });
  }
  const objectif = fonctions.get("OBJECTIF");
  if (!objectif) throw new Error("OBJECTIF n'est pas associée.");
  return objectif;
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
 * @returns {[number, number]}
 */
function mesurer(notre, temoin) {
  /** @type {[number[], number[]]} */
  const durees = [[], []];
  for (let appel = 0; appel < APPELS; appel += 1) {
    durees[0].push(chronometrer(notre));
    durees[1].push(chronometrer(temoin));
  }
  return [mediane(durees[0].slice(APPELS / 3)), mediane(durees[1].slice(APPELS / 3))];
}

/** @param {() => unknown} action */
function chronometrer(action) {
  const debut = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - debut);
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

/** @param {number} valeur */
function nombre(valeur) {
  return valeur.toLocaleString("fr-FR", { maximumFractionDigits: valeur < 10 ? 2 : 0 });
}
