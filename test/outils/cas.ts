import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { chargerSansExcel } from "./fonctions";

/** Un cas qu'un agent peut lire : situation, formule telle qu'on la tape, résultat attendu, article, source. */
export interface Cas {
  fichier: string;
  situation: string;
  formule: string;
  attendu: number | string;
}

const DOSSIER = join(__dirname, "../cas");

/** Tous les cas des fichiers `test/cas/*.csv`. Les champs sont séparés par des points-virgules hors parenthèses et guillemets. */
export function lireCas(): Cas[] {
  return readdirSync(DOSSIER)
    .filter((nom) => nom.endsWith(".csv"))
    .flatMap((fichier) => {
      const [, ...lignes] = readFileSync(join(DOSSIER, fichier), "utf8").trim().split("\n");
      return lignes.map((ligne) => {
        const [situation = "", formule = "", attendu = ""] = couper(ligne);
        return { fichier, situation, formule, attendu: lireAttendu(attendu) };
      });
    });
}

function lireAttendu(texte: string): number | string {
  const nombre = Number(texte.replace(",", "."));
  return texte !== "" && Number.isFinite(nombre) ? nombre : texte;
}

/** Coupe au « ; » qui n'est ni entre guillemets, ni entre parenthèses ou accolades. */
function couper(texte: string): string[] {
  const morceaux = [""];
  let profondeur = 0;
  let entreGuillemets = false;
  for (const signe of texte) {
    if (signe === '"') entreGuillemets = !entreGuillemets;
    if (!entreGuillemets && "({".includes(signe)) profondeur += 1;
    if (!entreGuillemets && ")}".includes(signe)) profondeur -= 1;
    if (signe === ";" && profondeur === 0 && !entreGuillemets) morceaux.push("");
    else morceaux[morceaux.length - 1] += signe;
  }
  return morceaux;
}

type Matrice = (number | string | boolean)[][] | null;

/** Exécute une formule française dont les arguments sont des constantes, comme Excel appellerait la fonction. */
export async function executer(formule: string): Promise<unknown> {
  const appel = /^=CMS\.([A-Z.]+)\((.*)\)$/.exec(formule);
  if (!appel) throw new Error(`Formule illisible : ${formule}`);
  const [, nom = "", arguments_ = ""] = appel;
  const fonctions = await chargerSansExcel();
  const fonction = fonctions[nom.replaceAll(".", "_")];
  if (!fonction) throw new Error(`Fonction inconnue : ${nom}`);
  const matrices = arguments_ === "" ? [] : couper(arguments_).map(lireArgument);
  while (matrices.length < fonction.length) matrices.push(null);
  const reponse: unknown = fonction(...matrices);
  const valeur: unknown = Array.isArray(reponse) ? (reponse as unknown[][])[0]?.[0] : reponse;
  return estErreur(valeur) ? ERREURS[valeur.code] : valeur;
}

const ERREURS: Readonly<Record<string, string>> = { "#VALUE!": "#VALEUR!", "#N/A": "#N/A" };

function estErreur(valeur: unknown): valeur is { code: string } {
  return typeof valeur === "object" && valeur !== null && "code" in valeur;
}

function lireArgument(texte: string): Matrice {
  if (texte === "") return null;
  if (texte.startsWith("{"))
    return couper(texte.slice(1, -1)).map((cellule) => [lireConstante(cellule)]);
  return [[lireConstante(texte)]];
}

function lireConstante(texte: string): number | string | boolean {
  if (texte.startsWith('"')) return texte.slice(1, -1);
  if (texte === "VRAI" || texte === "FAUX") return texte === "VRAI";
  const difference = /^([\d,]+)-([\d,]+)$/.exec(texte);
  if (difference) return enNombre(difference[1] ?? "") - enNombre(difference[2] ?? "");
  return enNombre(texte);
}

function enNombre(texte: string): number {
  const nombre = Number(texte.replace("%", "").replace(",", "."));
  if (Number.isNaN(nombre)) throw new Error(`Nombre illisible : ${texte}`);
  return texte.endsWith("%") ? nombre / 100 : nombre;
}
