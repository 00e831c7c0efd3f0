import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { chargerSansExcel } from "./fonctions";

/** Un cas qu'un agent peut lire : situation, formule telle qu'on la tape, résultat attendu, article, source. */
export interface Cas {
  fichier: string;
  situation: string;
  formule: string;
  attendu: Attendu;
}

/** Une cellule, ou les lignes de cellules d'un résultat étalé. */
export type Attendu = Cellule | Cellule[][];
type Cellule = number | boolean | string;

const DOSSIER = join(__dirname, "../cas");

/** Tous les cas de fonctions des fichiers `test/cas/*.csv` (`suivi.csv`, sans formule, a son test). Les champs sont séparés par des points-virgules hors parenthèses et guillemets. */
export function lireCas(): Cas[] {
  return readdirSync(DOSSIER)
    .filter((nom) => nom.endsWith(".csv"))
    .flatMap((fichier) => {
      const [titres, ...lignes] = lireLignes(fichier);
      if (!titres?.includes(";formule;")) return [];
      return lignes.map((ligne) => {
        const [situation = "", formule = "", attendu = ""] = couper(ligne);
        return { fichier, situation, formule, attendu: lireAttendu(attendu) };
      });
    });
}

/** Les lignes d'un fichier de cas, titres compris. */
export function lireLignes(fichier: string): string[] {
  return readFileSync(join(DOSSIER, fichier), "utf8").trim().split("\n");
}

/**
 * Un résultat écrit à la française : « 0,33 », « 33 % », « VRAI », « #VALEUR! » ou un texte. Les cellules d'une ligne se séparent par
 * « | », les lignes par « // ». Un texte qui contient « ; » se met entre guillemets ; un texte qui finit par « … » n'en donne que le
 * début.
 */
export function lireAttendu(texte: string): Attendu {
  const lignes = texte.split(" // ").map((ligne) => ligne.split(" | ").map(lireCellule));
  const seule = lignes.length === 1 && lignes[0]?.length === 1 ? lignes[0][0] : undefined;
  return seule ?? lignes;
}

function lireCellule(ecrite: string): Cellule {
  const texte = ecrite.trim().replace(/^"(.*)"$/, "$1");
  if (texte === "VRAI" || texte === "FAUX") return texte === "VRAI";
  const lu = /^(-?\d+(?:,\d+)?)( ?%)?$/.exec(simplifierTexte(texte));
  if (lu) return enNombre(`${lu[1] ?? ""}${lu[2] ? "%" : ""}`);
  const simple = simplifierTexte(texte);
  // Un comparateur de Jest : `toEqual` l'accepte à la place du texte.
  return simple.endsWith("…")
    ? (expect.stringMatching(new RegExp(`^${echapper(simple.slice(0, -1))}`)) as string)
    : simple;
}

/** Espaces insécables et apostrophes courbes ramenées à celles du clavier, dans un texte ou dans les cellules d'un résultat. */
export function simplifier(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(simplifier);
  return typeof valeur === "string" ? simplifierTexte(valeur) : valeur;
}

function simplifierTexte(texte: string): string {
  return texte.replace(/[\u00A0\u202F]/g, " ").replace(/’/g, "'");
}

function echapper(texte: string): string {
  return texte.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Coupe au « ; » (ou au « . » des colonnes d'une matrice) qui n'est ni entre guillemets, ni entre parenthèses ou accolades. */
function couper(texte: string, separateur = ";"): string[] {
  const morceaux = [""];
  let profondeur = 0;
  let entreGuillemets = false;
  for (const signe of texte) {
    if (signe === '"') entreGuillemets = !entreGuillemets;
    if (!entreGuillemets && "({".includes(signe)) profondeur += 1;
    if (!entreGuillemets && ")}".includes(signe)) profondeur -= 1;
    if (signe === separateur && profondeur === 0 && !entreGuillemets) morceaux.push("");
    else morceaux[morceaux.length - 1] += signe;
  }
  return morceaux;
}

type Matrice = (number | string | boolean)[][] | null;

/** Les arguments d'une formule française dont les arguments sont des constantes, comme Excel les passerait ; omis, `null`. */
export function lireAppel(formule: string): { id: string; matrices: Matrice[] } {
  const appel = /^=CMS\.([A-Z.]+)\((.*)\)$/.exec(formule);
  if (!appel) throw new Error(`Formule illisible : ${formule}`);
  const [, nom = "", arguments_ = ""] = appel;
  const matrices = arguments_ === "" ? [] : couper(arguments_).map(lireArgument);
  return { id: nom.replaceAll(".", "_"), matrices };
}

/**
 * Exécute une formule française dont les arguments sont des constantes, comme Excel appellerait la fonction. Rend la cellule, ou les
 * lignes de cellules si le résultat s'étale.
 */
export async function executer(formule: string): Promise<unknown> {
  const { id, matrices } = lireAppel(formule);
  const fonctions = await chargerSansExcel();
  const fonction = fonctions[id];
  if (!fonction) throw new Error(`Fonction inconnue : ${id}`);
  while (matrices.length < fonction.length) matrices.push(null);
  const reponse: unknown = await fonction(...matrices);
  if (!Array.isArray(reponse)) return enCellule(reponse);
  const lignes = (reponse as unknown[][]).map((ligne) => ligne.map(enCellule));
  return lignes.length === 1 && lignes[0]?.length === 1 ? lignes[0][0] : lignes;
}

function enCellule(valeur: unknown): unknown {
  return estErreur(valeur) ? ERREURS[valeur.code] : valeur;
}

const ERREURS: Readonly<Record<string, string>> = { "#VALUE!": "#VALEUR!", "#N/A": "#N/A" };

function estErreur(valeur: unknown): valeur is { code: string } {
  return typeof valeur === "object" && valeur !== null && "code" in valeur;
}

function lireArgument(texte: string): Matrice {
  if (texte === "") return null;
  if (texte.startsWith("{"))
    return couper(texte.slice(1, -1)).map((ligne) => couper(ligne, ".").map(lireConstante));
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
  // « 29,6% » se lit 29,6e-2 : une division par 100 donnerait 0,29600000000000004.
  const nombre = Number(texte.replace("%", "e-2").replace(",", "."));
  if (Number.isNaN(nombre)) throw new Error(`Nombre illisible : ${texte}`);
  return nombre;
}
