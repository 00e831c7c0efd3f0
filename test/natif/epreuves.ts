import { formuleNative } from "../../src/natif";
import type { Saisie } from "../../src/regles";
import { adresseDe } from "../../src/tableau";
import { chargerSansExcel } from "../outils/fonctions";
import { FORMES, GENRES, hasard, type Forme } from "./jeux";

/** Le résultat d'une cellule, comparable d'un tableur à l'autre : un nombre, un texte, ou « erreur » quelle qu'elle soit. */
export type Issue = number | string;
export const ERREUR = "erreur";

/** Les lignes d'une forme d'appel : ses cellules, et ce que la fonction en répond. */
export interface Epreuve {
  nom: string;
  lignes: Saisie[][];
  attendus: Issue[];
  /** La formule native, « = » compris, pour la ligne `debut` (à partir de 0), ou jusqu'à la ligne `fin`. */
  formule: (debut: number, fin?: number) => string;
  /** Une ligne y donne déjà une plage, ou n'en donnera jamais : pas de formule pour toute une colonne. */
  ligneParLigne?: true;
}

/** Éprouve chaque fonction convertible sur au moins `nombre` lignes, réparties entre ses formes d'appel. */
export async function eprouver(nombre: number, graine: number): Promise<Epreuve[]> {
  const fonctions = await chargerSansExcel();
  return Object.entries(FORMES).flatMap(([nom, formes]) => {
    const fonction = fonctions[nom.replaceAll(".", "_")];
    if (!fonction) throw new Error(`Fonction absente : ${nom}`);
    const tirer = hasard(graine);
    return formes.map((forme): Epreuve => {
      const lignes = Array.from({ length: Math.ceil(nombre / formes.length) }, () =>
        tirerLigne(forme, tirer)
      );
      return {
        nom,
        lignes,
        attendus: lignes.map((ligne) => repondre(fonction, forme, ligne)),
        formule: (debut, fin = debut) => ecrire(nom, forme, debut, fin),
        // EQUILIBRE additionne sa plage : sa formule n'est jamais matricielle.
        ...(nom === "EQUILIBRE" ? { ligneParLigne: true } : {}),
      };
    });
  });
}

function largeurDe(argument: Forme[number]): number {
  return "litteral" in argument ? 0 : (argument.largeur ?? 1);
}

function tirerLigne(forme: Forme, tirer: () => number): Saisie[] {
  return forme.flatMap((argument) =>
    "litteral" in argument
      ? []
      : Array.from({ length: largeurDe(argument) }, () => GENRES[argument.genre](tirer))
  );
}

function ecrire(nom: string, forme: Forme, debut: number, fin: number): string {
  let colonne = 0;
  const arguments_ = forme.map((argument) => {
    if ("litteral" in argument) return argument.litteral;
    const largeur = largeurDe(argument);
    const [coin, fond] = [adresseDe(debut, colonne), adresseDe(fin, colonne + largeur - 1)];
    colonne += largeur;
    const reference = coin === fond ? coin : `${coin}:${fond}`;
    return argument.ecrire?.(reference) ?? reference;
  });
  const native = formuleNative(nom, arguments_);
  if (!native.ok) throw new Error(`${nom}(${arguments_.join()}) : ${JSON.stringify(native)}`);
  return `=${native.formule}`;
}

/** Ce que la fonction répond : ses cellules lui arrivent comme Excel de bureau les passe, une cellule vide valant 0. */
function repondre(fonction: (...m: unknown[]) => unknown, forme: Forme, ligne: Saisie[]): Issue {
  let colonne = 0;
  const matrices: unknown[] = forme.map((argument) => {
    if ("litteral" in argument) return valeurDuLitteral(argument.litteral);
    const largeur = largeurDe(argument);
    const cellules = ligne.slice(colonne, (colonne += largeur));
    return [cellules.map(passer)];
  });
  while (matrices.length < fonction.length) matrices.push(null);
  const [[valeur]] = fonction(...matrices) as [[unknown]];
  return issueDe(valeur);
}

export function passer(saisie: Saisie): unknown {
  if (saisie === null) return 0;
  return typeof saisie === "object" ? { type: "Error", basicValue: saisie.erreur } : saisie;
}

function valeurDuLitteral(litteral: string): unknown {
  if (litteral === "") return null;
  if (litteral.endsWith("%")) return [[Number(litteral.slice(0, -1)) / 100]];
  return [[JSON.parse(litteral.toLowerCase())]];
}

/** VRAI vaut 1 : c'est ce que LibreOffice en garde dans une matrice. */
export function issueDe(valeur: unknown): Issue {
  if (typeof valeur === "number" || typeof valeur === "boolean") return Number(valeur);
  return typeof valeur === "string" ? valeur : ERREUR;
}

/**
 * Les lignes où un tableur répond autre chose que la fonction. `precision` : écart relatif admis ; 0 pour des nombres lus en entier.
 * `estEpargnee` : les lignes qui ne se comparent pas.
 */
export function ecarts(
  { nom, lignes, attendus, formule }: Epreuve,
  lues: readonly (Issue | undefined)[],
  precision: number,
  estEpargnee: (ligne: readonly Saisie[]) => boolean = () => false
): string[] {
  return attendus.flatMap((attendu, rang) => {
    const lue = lues[rang];
    if (lue === attendu || sontProches(lue, attendu, precision)) return [];
    if (estEpargnee(lignes[rang] ?? [])) return [];
    return [
      `${nom} ${JSON.stringify(lignes[rang])} : ${attendu} attendu, ${lue} lu\n${formule(rang)}`,
    ];
  });
}

function sontProches(lue: Issue | undefined, attendu: Issue, precision: number): boolean {
  if (typeof lue !== "number" || typeof attendu !== "number") return false;
  return Math.abs(lue - attendu) <= precision * Math.abs(attendu);
}
