import { refuserSi } from "./ecrire-formule";
import {
  FONCTIONS_NATIVES,
  VALEURS_SEULEMENT,
  bornerLongueur,
  refuser,
  traduireAppel,
  type FormuleNative,
  type RaisonDuRefus,
} from "./formule-native";
import { nomCms } from "./jetons";
import { estAppelCms, type Appel, type Element, type Partie } from "./lire-formule";
import { UNE_CELLULE } from "./plages";
import { TAILLE_INCONNUE, tailleDe } from "./tailles";

/** Un appel qui empêche la conversion de sa formule. */
export interface AppelRestant {
  /** « OBJECTIF », sans « CMS. ». */
  fonction: string;
  raison: RaisonDuRefus;
  /** Rang de son premier signe dans la formule donnée, à partir de 0. */
  position: number;
}

interface Remplacement {
  /** La formule convertie ; sans valeur s'il y a des restants. */
  convertie: string;
  /** Tous les appels du complément, dans l'ordre du texte. */
  appels: Appel[];
  restants: AppelRestant[];
}

/** Autour d'un appel, elles ne traitent pas toutes les erreurs de la même façon. */
const DISTINGUENT_LES_ERREURS: ReadonlySet<string> = new Set([
  "ERROR.TYPE",
  "IFNA",
  "ISERR",
  "ISNA",
]);

const ALEATOIRES: ReadonlySet<string> = new Set(["RAND", "RANDARRAY", "RANDBETWEEN"]);

/** Remplace, dans une formule lue, tous les appels du complément, du plus intérieur au plus extérieur. */
export function remplacerLesAppels(source: string, racine: Partie): Remplacement {
  const appels: Appel[] = [];
  const restants: AppelRestant[] = [];

  const ecrire = (partie: Partie, autour: string): string => {
    let texte = "";
    let position = partie.debut;
    const avancer = (elements: readonly Element[], autour: string): void => {
      for (const element of elements) {
        if (element.genre === "jeton") {
          const fonction = fonctionSansAppel(element.type, element.texte);
          if (fonction === undefined) continue;
          restants.push({
            fonction,
            raison: { code: "sans-parentheses" },
            position: element.debut,
          });
        } else if (estAppelCms(element)) {
          texte += source.slice(position, element.debut) + ecrireAppel(element, autour);
          position = element.fin;
        } else {
          const proche = DISTINGUENT_LES_ERREURS.has(element.nom) ? element.nom : autour;
          for (const { elements } of element.parties) avancer(elements, proche);
        }
      }
    };
    avancer(partie.elements, autour);
    return texte + source.slice(position, partie.fin);
  };

  const ecrireAppel = (appel: Appel, autour: string): string => {
    appels.push(appel);
    const dejaRestants = restants.length;
    const arguments_ = appel.parties.map((partie) => ecrire(partie, autour));
    // Un appel intérieur qui reste suffit à dire pourquoi celui-ci ne se convertit pas.
    if (restants.length > dejaRestants) return "";
    // Une formule déjà trop longue ne se convertira pas : inutile de traduire la suite.
    if (restants.some(({ raison }) => raison.code === "trop-longue")) return "";
    const native = convertir(appel, arguments_, autour);
    if (native.ok) return native.formule;
    restants.push(refuserAppel(appel, native.raison));
    return "";
  };

  return { convertie: ecrire(racine, ""), appels, restants };
}

export function refuserAppel({ cms, debut }: Appel, raison: RaisonDuRefus): AppelRestant {
  return { fonction: cms, raison, position: debut };
}

function convertir(appel: Appel, textes: readonly string[], autour: string): FormuleNative {
  const { cms, parties } = appel;
  // « CMS.VERSION() » : une parenthèse vide, pas un argument vide.
  const arguments_ = parties.length === 1 && textes[0]?.trim() === "" ? [] : textes;
  const nombres = [...parties.keys()].filter((rang) => estUnNombre(parties[rang]));
  const traduite = traduireAppel(cms, arguments_, nombres);
  if (!traduite.ok) return traduite;
  if (autour !== "") return refuser({ code: "erreurs-distinguees", fonction: autour });
  const aleatoire = parties.map(({ elements }) => fonctionAleatoire(elements)).find(Boolean);
  if (aleatoire) return refuser({ code: "argument-aleatoire", fonction: aleatoire });

  const verifiee = verifierTailles(parties, textes, traduite.formule);
  return verifiee.ok ? bornerLongueur(verifiee.formule) : verifiee;
}

/**
 * Un littéral, un calcul ou un appel qui ne peut rendre qu'un nombre ou une erreur. L'éprouver serait inutile, et faux dans LibreOffice :
 * ISLOGICAL(5) y est vrai juste après une valeur logique.
 */
function estUnNombre(partie: Partie | undefined): boolean {
  const [seul, ...autres] = partie?.elements ?? [];
  if (!seul || autres.length > 0) return estUnCalcul(partie?.elements ?? []);
  if (seul.genre === "jeton") return seul.type === "number";
  if (seul.genre === "parentheses")
    return seul.parties.length === 1 && estUnNombre(seul.parties[0]);
  return estAppelCms(seul) && !SANS_NOMBRE.has(seul.cms);
}

/** Une opération d'arithmétique, qu'aucune comparaison ne suit. « +C2 » rend un texte tel quel. */
function estUnCalcul(elements: readonly Element[]): boolean {
  const signes = elements.flatMap((element) =>
    element.genre === "jeton" && element.type === "operator" ? [element.texte] : []
  );
  return signes.some((signe) => signe !== "+") && signes.every((signe) => "+-*/^%".includes(signe));
}

const SANS_NOMBRE: ReadonlySet<string> = new Set(["DEROGATION", "PERIODE"]);

/**
 * Des arguments de plusieurs cellules doivent avoir la même taille, comme pour la fonction. Si leurs textes ne la disent pas, la formule
 * les compte : ISERROR rend autant de cellules qu'on lui en donne, et une somme autant que la plus grande, ou plus si elles se croisent.
 */
function verifierTailles(
  parties: readonly Partie[],
  textes: readonly string[],
  native: string
): FormuleNative {
  const etendus = parties.flatMap((partie, rang) => {
    const taille = tailleDe(partie);
    return taille === UNE_CELLULE ? [] : [{ taille, texte: textes[rang]?.trim() ?? "" }];
  });
  if (etendus.length === 0) return { ok: true, formule: native };
  const tailles = new Set(etendus.map(({ taille }) => taille));
  if ([...tailles].filter((taille) => /^\d/.test(taille)).length > 1) {
    return refuser({ code: "plages-inegales" });
  }

  const masques = [...new Set(etendus.map(({ texte }) => `ISERROR(${texte})`))];
  const compter = (liste: readonly string[]) => `SUMPRODUCT(${liste.join("+")}+1)`;
  const sures = masques.length === 1 || (tailles.size === 1 && !tailles.has(TAILLE_INCONNUE));
  const refus = sures
    ? []
    : masques.map(
        (masque) => `(${compter([masque])}>1)*(${compter([masque])}<>${compter(masques)})`
      );
  // Des plages que la formule ne lit pas (l'écart d'une nouvelle entrante) donnent pourtant leur nombre de résultats.
  if (!etendus.some(({ texte }) => native.includes(texte))) refus.push(`${masques[0]}*0`);
  return { ok: true, formule: refus.length > 0 ? refuserSi(refus, native) : native };
}

/** Un nom de fonction passé sans être appelé ; un nom de plage qui ne fait que lui ressembler (« CMS.SEUIL ») n'en est pas un. */
function fonctionSansAppel(type: string, texte: string): string | undefined {
  const fonction = type === "range_named" ? nomCms(texte) : undefined;
  if (fonction === undefined) return undefined;
  return FONCTIONS_NATIVES.includes(fonction) || VALEURS_SEULEMENT.has(fonction)
    ? fonction
    : undefined;
}

function fonctionAleatoire(elements: readonly Element[]): string | undefined {
  for (const element of elements) {
    if (element.genre === "jeton") continue;
    if (ALEATOIRES.has(element.nom)) return element.nom;
    const interieure = element.parties
      .map(({ elements }) => fonctionAleatoire(elements))
      .find(Boolean);
    if (interieure) return interieure;
  }
  return undefined;
}
