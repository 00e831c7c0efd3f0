/**
 * La structure d'une formule : ses appels, ses parenthèses, ses arguments, chacun à sa place dans le texte. L'arbre des priorités n'y
 * est pas : on ne remplace que des appels entiers.
 */
import { nomCms, type Jeton } from "./jetons";

export interface Groupe {
  genre: "appel" | "parentheses" | "matrice";
  /** La fonction d'un appel, en capitales et sans « _xlfn. » ; vide pour le reste. */
  nom: string;
  /** Celui d'une fonction du complément, en capitales et sans « CMS. ». */
  cms: string | undefined;
  /** Nombre de lignes d'une matrice `{…}`. */
  lignes: number;
  debut: number;
  /** Après la parenthèse fermante. */
  fin: number;
  parties: Partie[];
}

/** Un appel d'une fonction du complément. */
export type Appel = Groupe & { cms: string };

/** Un argument, ou l'intérieur d'une parenthèse, sans les espaces qui l'entourent de part et d'autre de ses éléments. */
export interface Partie {
  debut: number;
  fin: number;
  elements: Element[];
}

export type Element = Jeton | Groupe;

export function estAppelCms(element: Element | undefined): element is Appel {
  return element?.genre === "appel" && element.cms !== undefined;
}

/** Bien plus qu'Excel n'en admet : au-delà, ce n'est pas une formule. */
const NIVEAUX_LISIBLES = 128;

const OUVRANTES = new Map([
  [")", "("],
  ["}", "{"],
]);

/** La structure d'une formule, ou `undefined` si elle est mal formée : une parenthèse ou un texte jamais fermé. */
export function lireFormule(jetons: readonly Jeton[]): Partie | undefined {
  if (jetons.some(({ type }) => type === "unknown")) return undefined;
  const racine = ouvrir("parentheses", 0, 0);
  const pile = [racine];

  for (const [rang, jeton] of jetons.entries()) {
    const groupe = pile[pile.length - 1] ?? racine;
    const partie = derniere(groupe);
    if (BLANCS.has(jeton.type) || jeton.type === "fx_prefix") continue;
    if (jeton.type === "func" || seraAppelee(jetons, rang)) continue;

    if (jeton.type !== "operator") {
      partie.elements.push(jeton);
    } else if (jeton.texte === "(" || jeton.texte === "{") {
      if (pile.length > NIVEAUX_LISIBLES) return undefined;
      const appelee = jeton.texte === "(" ? fonctionAvant(jetons, rang) : undefined;
      pile.push(
        appelee
          ? ouvrir("appel", debutDe(appelee, partie), jeton.fin, appelee.texte)
          : ouvrir(jeton.texte === "{" ? "matrice" : "parentheses", jeton.debut, jeton.fin)
      );
    } else if (OUVRANTES.has(jeton.texte)) {
      const attendu = groupe.genre === "matrice" ? "{" : "(";
      if (groupe === racine || OUVRANTES.get(jeton.texte) !== attendu) return undefined;
      partie.fin = jeton.debut;
      groupe.fin = jeton.fin;
      pile.pop();
      derniere(pile[pile.length - 1] ?? racine).elements.push(groupe);
    } else if (separe(jeton.texte, groupe)) {
      partie.fin = jeton.debut;
      if (jeton.texte === ";") groupe.lignes += 1;
      groupe.parties.push(vide(jeton.fin));
    } else {
      partie.elements.push(jeton);
    }
  }
  const partie = derniere(racine);
  partie.fin = jetons[jetons.length - 1]?.fin ?? 0;
  return pile.length === 1 ? partie : undefined;
}

const BLANCS: ReadonlySet<string> = new Set(["whitespace", "newline"]);

/** Un nom CMS suivi d'espaces puis d'une parenthèse est un appel, que l'analyseur prend pour un nom de plage. */
function seraAppelee(jetons: readonly Jeton[], rang: number): boolean {
  const jeton = jetons[rang];
  if (jeton?.type !== "range_named" || nomCms(jeton.texte) === undefined) return false;
  let suivant = rang + 1;
  while (BLANCS.has(jetons[suivant]?.type ?? "")) suivant += 1;
  return jetons[suivant]?.texte === "(";
}

function fonctionAvant(jetons: readonly Jeton[], rang: number): Jeton | undefined {
  let precedent = rang - 1;
  while (BLANCS.has(jetons[precedent]?.type ?? "")) precedent -= 1;
  const jeton = jetons[precedent];
  return jeton?.type === "func" || seraAppelee(jetons, precedent) ? jeton : undefined;
}

/** Une liaison perdue met « [2]! » devant le nom : elle s'en va avec lui. */
function debutDe(appelee: Jeton, { elements }: Partie): number {
  const [liaison, lien] = elements.slice(-2);
  const liee =
    nomCms(appelee.texte) !== undefined &&
    liaison?.genre === "jeton" &&
    liaison.type === "context" &&
    lien?.genre === "jeton" &&
    lien.texte === "!";
  if (liee) elements.splice(-2);
  return liee ? liaison.debut : appelee.debut;
}

function separe(signe: string, { genre }: Groupe): boolean {
  return (signe === "," && genre !== "parentheses") || (genre === "matrice" && signe === ";");
}

function ouvrir(genre: Groupe["genre"], debut: number, interieur: number, nom = ""): Groupe {
  return {
    genre,
    nom: nom.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, ""),
    cms: nomCms(nom),
    lignes: 1,
    debut,
    fin: interieur,
    parties: [vide(interieur)],
  };
}

function vide(debut: number): Partie {
  return { debut, fin: debut, elements: [] };
}

function derniere({ parties }: Groupe): Partie {
  return parties[parties.length - 1] as Partie;
}
