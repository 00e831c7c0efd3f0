/** Les formules natives des rythmes, des objectifs et des planchers. Les taux viennent de `regles`. */
import {
  BORNE_BASSE,
  BORNE_HAUTE,
  DEFICIT_MAXIMUM,
  ECART_MAXIMUM,
  FRACTION_PROBABLE,
  PERIODES_CONSOMMEES_MAXIMUM,
  PERIODES_PERMISES,
  TAUX_RETENU_MAXIMUM,
  UNITE,
  estEntrante,
  tauxPlancher,
  type Arrondi,
  type Bareme,
  type Lecture,
  type TypeDeSituation,
} from "../regles";
import {
  DEMI,
  HORS_TABLE,
  MOINS_DEMI,
  REFUS,
  entierSuperieur,
  nombre,
  refuserSi,
  si,
  table,
} from "./ecrire-formule";
import {
  effectif,
  refusDeLaPart,
  refusEffectifNonNul,
  zeroSiVide,
  type Lu,
} from "./lire-arguments";
import { ARRONDIS, LECTURES, PERIODES_DU_BAREME, TYPES, selonLeMot } from "./selon-le-mot";

export function tauxDeRattrapage(ecart: string, type: string, periode: string): string {
  return tauxPlancherDe(ecart, type, '"guide"', periode);
}

export function tauxPlancherDe(
  ecart: string,
  type: string,
  lecture: string,
  periode: string
): string {
  return selonLesMots(type, lecture, periode, (t, l, bareme) =>
    estEntrante(t)
      ? `ROUND(${pourcentPlancher(ecart, t, l, bareme)}/100,6)`
      : refuserSi([`ISLOGICAL(${ecart})`], `${pourcentPlancher(ecart, t, l, bareme)}/100`)
  );
}

export function plancher(
  deficit: string,
  ecart: string,
  type: string,
  lecture: string,
  periode: string
): string {
  return selonLesMots(type, lecture, periode, (t, l, bareme) =>
    enSituation(deficit, ecart, t, [], (n) =>
      arrondir(part(n, pourcentPlancher(ecart, t, l, bareme)), "superieur")
    )
  );
}

export function objectif(
  deficit: string,
  ecart: string,
  type: string,
  tauxRetenu: string,
  arrondi: string,
  periode: string
): string {
  return selonLesMots(type, '"guide"', periode, (t, l, bareme) => {
    const droit = pourcentPlancher(ecart, t, l, bareme);
    const retenu = tauxRetenu === "" ? null : lireTauxRetenu(tauxRetenu, t, droit);
    return selonLeMot(arrondi, ARRONDIS, (a) =>
      enSituation(deficit, ecart, t, retenu?.refus ?? [], (n) => {
        if (!retenu) return t === "rehausse" ? REFUS : arrondir(part(n, droit), auPlancher(t, a));
        const arrondie = arrondir(part(n, retenu.valeur), a);
        if (auPlancher(t, a) === a) return arrondie;
        const minimum = arrondir(part(n, droit), "superieur");
        return si(`${arrondie}<${minimum}`, minimum, arrondie);
      })
    );
  });
}

export function periodesRestantes(type: string, consommees: string): string {
  const { refus, valeur } = effectif(consommees, PERIODES_CONSOMMEES_MAXIMUM);
  return selonLeMot(type, TYPES, (t) => {
    if (t !== "abaissant" && t !== "mutualisant") return REFUS;
    const permises = PERIODES_PERMISES[t];
    return refuserSi(refus, si(`${valeur}<${permises}`, `${permises}-${valeur}`, "0"));
  });
}

function selonLesMots(
  type: string,
  lecture: string,
  periode: string,
  formuleDe: (type: TypeDeSituation, lecture: Lecture, bareme: Bareme) => string
): string {
  return selonLeMot(type, TYPES, (t) =>
    selonLeMot(lecture, LECTURES, (l) =>
      selonLeMot(periode, PERIODES_DU_BAREME, (bareme) =>
        t === "legal" || bareme.amenagements ? formuleDe(t, l, bareme) : REFUS
      )
    )
  );
}

/** Le taux le plus bas permis, en pour-cent. L'écart n'y entre pas pour une nouvelle entrante. */
function pourcentPlancher(
  ecart: string,
  type: TypeDeSituation,
  lecture: Lecture,
  bareme: Bareme
): string {
  const pourcent = (tranche: Parameters<typeof tauxPlancher>[0]): string =>
    nombre((tauxPlancher(tranche, type, lecture, bareme) * 100) / UNITE);
  if (estEntrante(type)) return pourcent(null);
  return table(ecart, [
    [DEMI, pourcent("moinsDe2")],
    [BORNE_BASSE - DEMI, pourcent("de2a4")],
    [BORNE_HAUTE + DEMI, pourcent("plusDe4")],
    [ECART_MAXIMUM + DEMI, HORS_TABLE],
  ]);
}

/** Un contrat ne descend pas sous son plancher, quel que soit l'arrondi (arbitrage 3) : sans taux retenu, il y est. */
function auPlancher(type: TypeDeSituation, arrondi: Arrondi): Arrondi {
  return type === "abaissant" || type === "mutualisant" ? "superieur" : arrondi;
}

/** En pour-cent. Un texte vide vaut un taux omis ; une cellule vide vaut 0. */
function lireTauxRetenu(taux: string, type: TypeDeSituation, droit: string): Lu {
  const releve = type === "mutualisant" || type === "rehausse";
  const { ordinaire, releve: maximum } = TAUX_RETENU_MAXIMUM;
  const pourcent = `ROUND(${taux}*100,4)`;
  const fixe = type === "legal" || estEntrante(type);
  return {
    refus: refusDeLaPart(taux, (releve ? maximum : ordinaire) / 100),
    valeur: si(
      `ISTEXT(${taux})`,
      type === "rehausse" ? REFUS : droit,
      refuserSi([`${pourcent}${fixe ? "<>" : "<"}${droit}`], pourcent)
    ),
  };
}

/**
 * Le calcul d'une commune dont le déficit et l'écart s'accordent ; 0 si l'un et l'autre sont nuls (arbitrage 7). `calculer` reçoit
 * le déficit, entier et positif.
 */
function enSituation(
  deficit: string,
  ecart: string,
  type: TypeDeSituation,
  refus: readonly string[],
  calculer: (deficit: string) => string
): string {
  if (estEntrante(type)) {
    const lu = effectif(deficit, DEFICIT_MAXIMUM);
    const sansDeficit = si(`${zeroSiVide(deficit)}<0.5`, "0", calculer(lu.valeur));
    return refuserSi([...refus, ...lu.refus], sansDeficit);
  }
  const demi = nombre(DEMI);
  const deficitNul = `(${deficit}="")+(${deficit}>${MOINS_DEMI})*(${deficit}<${demi})`;
  const { ecart: fraction, residences } = FRACTION_PROBABLE;
  const enFraction = `(${ecart}<${nombre(fraction + DEMI)})*(${deficit}>${nombre(residences / 100)}*ROUND(${ecart},6))`;
  return refuserSi(
    [...refus, `ISLOGICAL(${deficit})`, `ISLOGICAL(${ecart})`],
    si(
      `(${ecart}="")+(${ecart}<${demi})`,
      si(deficitNul, "0", REFUS),
      refuserSi(
        [...refusEffectifNonNul(deficit, DEFICIT_MAXIMUM), enFraction],
        calculer(`ROUND(${deficit},0)`)
      )
    )
  );
}

/** Le produit d'un nombre entier et d'un pour-cent, exact au millionième. */
function part(entier: string, pourcent: string): string {
  return `ROUND(ROUND(${entier}*${pourcent},4)/100,6)`;
}

function arrondir(nombreExact: string, arrondi: Arrondi): string {
  switch (arrondi) {
    case "superieur":
      return entierSuperieur(nombreExact);
    case "au plus proche":
      return `ROUND(${nombreExact},0)`;
    case "aucun":
      return nombreExact;
  }
}
