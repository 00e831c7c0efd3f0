import {
  estRefus,
  quelArrondi,
  quelTypeDeSituation,
  quelleLecture,
  quellePeriode,
  type Arrondi,
  type Bareme,
  type Lecture,
  type Refus,
  type Saisie,
  type TypeDeSituation,
} from "../regles";

/** Les arguments de texte d'un calcul, lus. */
export interface Mots {
  type: TypeDeSituation;
  arrondi: Arrondi;
  lecture: Lecture;
  bareme: Bareme;
}

export interface SaisiesDeMots {
  type?: Saisie;
  arrondi?: Saisie;
  lecture?: Saisie;
  periode?: Saisie;
}

/** Lit les arguments de texte ; omis, chacun prend sa valeur par défaut. Rend toutes les raisons si l'un ne se lit pas. */
function lireMots({ type, arrondi, lecture, periode }: SaisiesDeMots): Mots | readonly Refus[] {
  const lus = {
    type: quelTypeDeSituation(type ?? null),
    arrondi: quelArrondi(arrondi ?? null),
    lecture: quelleLecture(lecture ?? null),
    bareme: quellePeriode(periode ?? null),
  };
  const refus = Object.values(lus).filter(estRefus);
  return refus.length > 0 ? refus : (lus as Mots);
}

/** Un lecteur de mots qui ne relit pas des mots inchangés d'une ligne à l'autre : lire un mot coûte plus que tout le calcul. */
export function lecteurDeMots(): (saisies: SaisiesDeMots) => Mots | readonly Refus[] {
  let derniers: SaisiesDeMots | null = null;
  let lus: Mots | readonly Refus[] = [];
  return (saisies) => {
    if (
      derniers === null ||
      derniers.type !== saisies.type ||
      derniers.arrondi !== saisies.arrondi ||
      derniers.lecture !== saisies.lecture ||
      derniers.periode !== saisies.periode
    ) {
      derniers = { ...saisies };
      lus = lireMots(saisies);
    }
    return lus;
  };
}

export function sontLus(mots: Mots | readonly Refus[]): mots is Mots {
  return "bareme" in mots;
}
