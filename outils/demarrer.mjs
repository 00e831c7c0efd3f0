/** « npm start » : ouvre le complément dans Excel s'il est là, sinon dans le classeur embarqué. */

import { spawn } from "node:child_process";
import { open } from "node:fs/promises";
import path from "node:path";
import { choisirHote } from "./choisir-hote.cjs";
import { ErreurAttendue } from "./erreur-attendue.cjs";
import { excelEstInstalle } from "./excel.mjs";
import { AIDE, PORT_PAR_DEFAUT, lireOptions } from "./options.cjs";
import { demarrerServeur } from "./serveur.cjs";

/** @typedef {import("./options.cjs").Options} Options */

const MANIFESTE = path.resolve(import.meta.dirname, "../manifest.xml");

try {
  await demarrer(process.argv.slice(2));
} catch (erreur) {
  if (!(erreur instanceof ErreurAttendue)) throw erreur;
  console.error(`\n${erreur.message}`);
  process.exit(erreur.codeDeSortie);
}

/** @param {string[]} arguments_ */
async function demarrer(arguments_) {
  const options = lireOptions(arguments_);
  if (options.aide) {
    console.log(AIDE);
    return;
  }
  if (options.classeur !== undefined) await verifierClasseur(options.classeur);

  const { hote, raison } = choisirHote({
    plateforme: process.platform,
    excelPresent: excelEstInstalle(process.platform),
    embarqueDemande: options.embarque,
  });
  console.log(`Complément CMS : ${hote === "excel" ? "Excel" : "classeur embarqué"} (${raison}).`);
  await (hote === "excel" ? ouvrirDansExcel() : ouvrirEmbarque(options));
}

/**
 * Refuse, avant toute construction, un fichier que la page ne pourrait pas ouvrir.
 * @param {string} classeur
 */
async function verifierClasseur(classeur) {
  const chemin = path.resolve(classeur);
  const debut = Buffer.alloc(4);
  try {
    const fichier = await open(chemin);
    await fichier.read(debut, 0, 4, 0);
    await fichier.close();
  } catch (erreur) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (erreur);
    const causes = /** @type {Record<string, string>} */ ({
      ENOENT: "il n'existe pas",
      EACCES: "vous n'avez pas le droit de le lire",
      EISDIR: "c'est un dossier",
    });
    const cause = causes[code ?? ""] ?? `le système refuse de le lire (${code})`;
    throw new ErreurAttendue(`Le classeur ${chemin} ne peut pas être ouvert : ${cause}.`);
  }
  // Un .xlsx est une archive zip, qui commence toujours ainsi.
  if (debut.toString("latin1") !== "PK\x03\x04") {
    throw new ErreurAttendue(
      `${chemin} n'est pas un classeur .xlsx. Ouvrez-le dans un tableur et enregistrez-le au format .xlsx.`
    );
  }
}

/** @param {Options} options */
async function ouvrirEmbarque({ classeur, port, sansNavigateur }) {
  const { adresse } = await servir({ port, classeur }, async (adresse) => {
    const { default: configurationDuVolet } = await import("../webpack.config.js");
    const { default: configurationHote } = await import("./webpack-hote.cjs");
    const accrochage = configurationHote.ACCROCHAGE;
    return [
      configurationDuVolet({ adresse, accrochage }, { mode: "development" }),
      configurationHote(true),
    ];
  });
  console.log(`\nLe classeur est prêt : ${adresse}/\nPour arrêter : Ctrl+C.`);
  if (!sansNavigateur) ouvrirNavigateur(`${adresse}/`);
}

async function ouvrirDansExcel() {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  console.log("Certificats de développement : Windows ou macOS peut demander votre accord.");
  const certificats = await getHttpsServerOptions();
  await servir({ port: PORT_PAR_DEFAUT, certificats }, async (adresse) => {
    const { default: configurationDuVolet } = await import("../webpack.config.js");
    return [configurationDuVolet({ adresse }, { mode: "development" })];
  });
  const { AppType, startDebugging } = await import("office-addin-debugging");
  await startDebugging(MANIFESTE, { appType: AppType.Desktop });
  console.log("\nExcel s'ouvre avec le complément. Pour l'en retirer : Ctrl+C, puis npm run stop.");
}

/**
 * Prend le port, puis construit : un port déjà pris se dit tout de suite.
 * @param {{ port: number, classeur?: string | undefined,
 *   certificats?: import("./serveur.cjs").Certificats }} reglages
 * @param {(adresse: string) => Promise<import("webpack").Configuration[]>} configurations
 */
async function servir(reglages, configurations) {
  /** @type {import("./serveur.cjs").Pages} */
  let pages = (_requete, reponse) => void reponse.writeHead(503).end();
  const { serveur, adresse } = await demarrerServeur({
    ...reglages,
    accueil: reglages.certificats ? "/aide/index.html" : "/hote/index.html",
    pages: (requete, reponse) => pages(requete, reponse),
  });
  console.log("Construction du complément…");
  // Webpack, long à charger, ne l'est qu'une fois le port pris.
  const { construire } = await import("./construction.cjs");
  const construction = construire(await configurations(adresse), afficherAvancement());
  pages = construction.pages;
  process.once("SIGINT", () => {
    serveur.close();
    void construction.fermer().then(() => process.exit(0));
  });
  await construction.premiere;
  return { adresse };
}

/** Affiche la progression de dix en dix, sur des lignes simples que tout terminal et tout journal savent montrer. */
function afficherAvancement() {
  let affiche = -1;
  return (/** @type {number} */ pourcent) => {
    const palier = Math.floor(pourcent / 10) * 10;
    if (palier <= affiche) return;
    affiche = palier;
    console.log(`Construction : ${palier} %`);
  };
}

/**
 * Ouvre le navigateur par défaut. L'adresse est déjà affichée : un échec ne demande rien de plus.
 * @param {string} adresse
 */
function ouvrirNavigateur(adresse) {
  const [commande, ...debut] = /** @type {Record<string, [string, ...string[]]>} */ ({
    win32: ["cmd", "/c", "start", ""],
    darwin: ["open"],
  })[process.platform] ?? ["xdg-open"];
  spawn(commande, [...debut, adresse], { stdio: "ignore", detached: true })
    .on("error", () => console.log("Ouvrez cette adresse dans un navigateur."))
    .unref();
}
