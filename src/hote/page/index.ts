import { ecrireXlsx, FichierIllisible } from "../../fichier";
import { assembler, type Hote } from "../assembler";
import { CLAIR, SOMBRE } from "../bureau/theme";
import { cellule, scalaire, texteAffiche } from "../cellules";
import type { Metadonnees } from "../fonctions/metadonnees";
import { depuisUniver } from "../xlsx/depuis-univer";
import { completer, donneesUniver } from "../xlsx/vers-univer";
import { lireAdresse } from "../modele/references";
import { element } from "./elements";
import { documentChoisi, documentDeDepart, telecharger, type Document } from "./fichier";
import { ouvrirLaGrille } from "./grille";
import { installerLaLigneDEtat } from "./ligne-d-etat";
import "./page.css";
import { raison } from "./raison";
import { installerLeVolet } from "./volet";

type Grille = ReturnType<typeof ouvrirLaGrille>;

const CLASSEUR_NEUF = {
  id: "classeur",
  sheetOrder: ["f1"],
  sheets: { f1: { id: "f1", name: "Feuil1", rowCount: 1000, columnCount: 26 } },
};

const sombre = window.matchMedia("(prefers-color-scheme: dark)");
const chargement = element("chargement", HTMLElement);
const message = element("message", HTMLElement);
const volet = installerLeVolet(() => ouvert?.grille.donnerLeFocus());
let ouvert: { grille: Grille; hote: Hote } | null = null;

void demarrer();

async function demarrer(): Promise<void> {
  const metadonnees = await lireLesMetadonnees();
  installerLaBarre(metadonnees);
  const depart = await documentDeDepart().catch((erreur: unknown) => {
    annoncer("Le classeur demandé n’a pas pu être lu, en voici un neuf.", erreur);
    return { nom: "Classeur1.xlsx", contenu: null };
  });
  await ouvrir(depart, metadonnees);
  sombre.addEventListener("change", () => {
    ouvert?.grille.assombrir(sombre.matches);
    // Office ne prévient pas le volet d'un changement de thème : il le lit en s'ouvrant.
    if (ouvert) volet.charger(ouvert.hote.accrocher);
  });
}

async function lireLesMetadonnees(): Promise<Metadonnees> {
  try {
    const reponse = await fetch("/functions.json");
    return (await reponse.json()) as Metadonnees;
  } catch (erreur) {
    annoncer("La liste des fonctions du complément n’a pas pu être lue.", erreur);
    return { functions: [] };
  }
}

/** Ouvre un classeur à la place de celui qui l'était, et recharge le volet devant lui. */
async function ouvrir({ nom, contenu }: Document, metadonnees: Metadonnees): Promise<void> {
  chargement.hidden = false;
  ouvert?.grille.fermer();
  element("nom-du-fichier", HTMLElement).textContent = nom;
  const donnees = contenu ? donneesUniver(contenu) : CLASSEUR_NEUF;
  const grille = ouvrirLaGrille(element("grille", HTMLElement), donnees, sombre.matches);
  const hote = assembler(grille, {
    metadonnees,
    nomDeFichier: nom,
    theme: () => (sombre.matches ? SOMBRE : CLAIR),
    signaler: reportError,
    octets: (classeur) => ecrireXlsx(depuisUniver(classeur)),
  });
  ouvert = { grille, hote };
  if (contenu) completer(hote.classeur, contenu);
  volet.charger(hote.accrocher);
  await grille.affichee;
  installerLaLigneDEtat(hote);
  chargement.hidden = true;
  grille.donnerLeFocus();
}

function installerLaBarre(metadonnees: Metadonnees): void {
  const choix = element("fichier", HTMLInputElement);
  element("ouvrir", HTMLButtonElement).addEventListener("click", () => choix.click());
  choix.addEventListener("change", () => {
    const [fichier] = choix.files ?? [];
    choix.value = "";
    if (fichier) void ouvrirLeFichier(fichier, metadonnees);
  });
  element("enregistrer", HTMLButtonElement).addEventListener("click", () => void enregistrer());
}

async function ouvrirLeFichier(fichier: File, metadonnees: Metadonnees): Promise<void> {
  message.hidden = true;
  try {
    await ouvrir(await documentChoisi(fichier), metadonnees);
  } catch (erreur) {
    annoncer(`Le fichier « ${fichier.name} » n’a pas pu être lu.`, erreur);
  }
}

async function enregistrer(): Promise<void> {
  if (!ouvert) return;
  message.hidden = true;
  const { classeur } = ouvert.hote;
  try {
    await classeur.calcul.repos();
    await telecharger(classeur.nomDeFichier, depuisUniver(classeur));
  } catch (erreur) {
    annoncer("Le classeur n’a pas pu être enregistré.", erreur);
  }
}

function annoncer(quoi: string, erreur: unknown): void {
  if (!(erreur instanceof FichierIllisible)) reportError(erreur);
  message.textContent = `${quoi} ${raison(erreur)}`;
  message.hidden = false;
}

declare global {
  interface Window {
    /** Lecture d'une cellule (« A1 », « Feuil2!A1 ») pour les tests dans le navigateur. */
    lireCellule?: (adresse: string) => Promise<{ valeur: unknown; texte: string; erreur?: string }>;
  }
}

window.lireCellule = async (adresse) => {
  if (!ouvert) throw new Error("Le classeur n'est pas encore ouvert.");
  const { classeur, fonctions } = ouvert.hote;
  await classeur.calcul.repos();
  const { feuille, zone } = lireAdresse(classeur, classeur.univer.getActiveSheet(), adresse);
  const { ligne, colonne } = zone;
  return {
    valeur: scalaire(cellule(classeur, feuille, ligne, colonne)),
    texte: texteAffiche(classeur, feuille, ligne, colonne),
    erreur: fonctions.textes.texte({ feuille: feuille.getSheetId(), ligne, colonne }),
  };
};
