import type { Alerte, Suivi } from "../suivi";
import { ecrireDate } from "./article";
import { enConstat, type Phrase, type PhraseDeConstat } from "./phrase-de-constat";
import { ecrireCompte, ecrireNombre, typographier } from "./typographie";

/** « 92 logements à trouver d'ici fin 2028 », ou ce qui reste à financer. */
export function phraserSuivi({ total, fin }: Suivi): string {
  const { aTrouver, prevus, finances, objectif } = total;
  if (aTrouver > 0)
    return typographier(`${ecrireCompte(aTrouver, "logement")} à trouver d'ici fin ${fin}`);
  if (finances >= objectif && prevus === 0) return "Objectif financé";
  return typographier(
    `Objectif couvert, ${ecrireCompte(prevus, "logement")} à financer d'ici fin ${fin}`
  );
}

type Code = Alerte["code"];
type ValeursDe<C extends Code> = Extract<Alerte, { code: C }>["valeurs"];
/** `qui` : l'opération entre guillemets, ou la commune ; à défaut, « Une opération ». */
type Phrases = { [C in Code]: (valeurs: ValeursDe<C>, qui: string) => Phrase };

const PHRASES: Phrases = {
  "rien-de-finance": ({ objectif, prevus, aTrouver, miParcours }, qui) => [
    `${qui} : rien de financé`,
    prevus === 0
      ? `${logements(objectif)} à atteindre ; aucun financé, aucun prévu.`
      : `${logements(objectif)} à atteindre ; ${ecrireCompte(prevus, "prévu")}, aucun financé au ${ecrireDate(miParcours)}, la mi-parcours (repère du complément : aucun texte ne la fixe).`,
    aTrouver > 0
      ? `Identifiez ${logements(aTrouver)} de plus à l'Article 3.`
      : "Faites avancer les opérations prévues avec les signataires, ou l'équipe projet.",
  ],
  "objectif-non-couvert": ({ objectif, finances, prevus, aTrouver }, qui) => [
    `${qui} : ${logements(aTrouver)} à trouver`,
    `${logements(objectif)} à atteindre ; ${ecrireCompte(finances, "financé")}, ${ecrireCompte(prevus, "prévu")}.`,
    `Identifiez ${logements(aTrouver)} de plus à l'Article 3.`,
  ],
  "plai-insuffisant": ({ minimum, plai, manque }, qui) => [
    `${qui} : il manque ${ecrireNombre(manque)} PLAI`,
    `Au moins ${ecrireNombre(minimum)} PLAI ; ${ecrireNombre(plai)} financés ou prévus, et ce qui reste à trouver n'y suffit pas.`,
    "Portez en PLAI des logements prévus, ou ajoutez une opération.",
  ],
  "pls-excessif": ({ maximum, pls, enTrop }, qui) => [
    `${qui} : ${ecrireNombre(enTrop)} PLS de trop`,
    `Au plus ${ecrireNombre(maximum)} PLS et assimilés ; ${ecrireNombre(pls)} financés ou prévus.`,
    "Changez le financement de logements prévus, ou trouvez d'autres logements.",
  ],
  "objectif-illisible": (_, qui) => [
    `${qui} : objectif illisible`,
    "Son objectif retenu ne se lit pas dans le tableau : ni lui, ni les opérations de la commune ne comptent, au suivi comme au bilan.",
    "Écrivez l'objectif dans le tableau, puis contrôlez-le de nouveau.",
  ],
  "pls-indetermine": ({ pls }, qui) => [
    `${qui} : maximum de PLS inconnu`,
    `${ecrireNombre(pls)} PLS financés ou prévus ; le maximum dépend du PLH et du taux de logements sociaux, et l'un des deux manque.`,
    "Répondez à la question du PLH, ou complétez le taux au tableau.",
  ],
  "accession-a-qualifier": ({ pls, accession, maximum }, qui) => [
    `${qui} : PSLA et BRS à qualifier`,
    `${ecrireNombre(pls)} PLS et ${ecrireNombre(accession)} PSLA ou BRS, pour un maximum de ${ecrireNombre(maximum)} PLS et assimilés. Aucun texte lu ne dit si PSLA et BRS en sont : ils sont comptés à part.`,
    "Demandez au préfet comment les compter.",
  ],
  "valeur-illisible": ({ rubrique, texte }, qui) => [
    `${qui} : valeur illisible`,
    `« ${texte} » (${nommer(rubrique)}) ne se lit pas comme ${attendu(rubrique)} ; rien n'est deviné, et rien n'est compté.`,
    rubrique === "typologie"
      ? "Écrivez par exemple « 12 PLAI, 20 PLUS, 5 PLS »."
      : "Écrivez le nombre seul.",
  ],
  "sociaux-absents": (_, qui) => [
    `${qui} : logements sociaux à préciser`,
    "Sans leur nombre, l'opération ne compte pour rien.",
    "Écrivez le nombre de logements sociaux projetés, au sens de l'inventaire SRU.",
  ],
  "trop-de-sociaux": ({ sociaux, logements: tous }, qui) => [
    `${qui} : plus de logements sociaux que de logements`,
    `${ecrireNombre(sociaux)} logements sociaux pour ${logements(tous)}.`,
    "Corrigez l'un des deux nombres.",
  ],
  "produits-differents": ({ produits, sociaux }, qui) => [
    `${qui} : la typologie ne fait pas le compte`,
    `${ecrireNombre(produits)} logements par produit, pour ${ecrireCompte(sociaux, "logement social", "logements sociaux")}.`,
    "Corrigez la typologie, ou le nombre de logements sociaux.",
  ],
  "typologie-absente": ({ sociaux }, qui) => [
    `${qui} : typologie à préciser`,
    `Ses ${ecrireNombre(sociaux)} logements sociaux ne comptent ni en PLAI, ni en PLS.`,
    "Répartissez-les par produit.",
  ],
  "commune-absente": ({ sociaux }, qui) => [
    `${qui} : commune à préciser`,
    `Le contrat a plusieurs communes : ses ${ecrireNombre(sociaux)} logements sociaux ne comptent pour aucune.`,
    "Choisissez la commune dans la liste.",
  ],
  "commune-inconnue": ({ ecrite, sociaux }, qui) => [
    `${qui} : commune hors du contrat`,
    `« ${ecrite} » n'est pas une commune du contrat, ou plusieurs portent ce nom : ses ${ecrireNombre(sociaux)} logements sociaux ne comptent pour aucune.`,
    "Choisissez la commune dans la liste ; des homonymes se distinguent par leur code INSEE.",
  ],
  "finance-avant": ({ annee, debut }, qui) => [
    `${qui} déjà financé`,
    `Financement en ${annee}, avant le début du contrat (${debut}) : l'opération a compté pour une période passée.`,
    "Retirez-la de l'Article 3.",
  ],
  "finance-apres": ({ annee, fin }, qui) => [
    `${qui} hors période`,
    `Financement en ${annee}, après la fin du contrat (${fin}) : l'opération ne compte pas.`,
    "Corrigez l'année, ou placez l'opération dans la liste des projets ultérieurs.",
  ],
  "prevu-apres": ({ annee, fin }, qui) => [
    `${qui} hors période`,
    `Financement prévu en ${annee}, après la fin du contrat (${fin}) : l'opération ne compte pas.`,
    "Placez-la dans la liste des projets ultérieurs, ou justifiez l'exception.",
  ],
  "prevu-avant": ({ annee, debut }, qui) => [
    `${qui} hors période`,
    `Financement prévu en ${annee}, avant le début du contrat (${debut}), et pas d'année de financement.`,
    "Écrivez l'année de financement ; si elle est avant le contrat, retirez l'opération.",
  ],
  "annee-absente": ({ sociaux }, qui) => [
    `${qui} : année à préciser`,
    `Sans année de financement, même prévisionnelle, ses ${ecrireNombre(sociaux)} logements sociaux ne comptent pas.`,
    "Écrivez l'année de financement prévisionnelle.",
  ],
  "prevision-depassee": ({ annee }, qui) => [
    `${qui} : prévision dépassée`,
    `Financement prévu en ${annee}, et toujours pas d'année de financement.`,
    "Écrivez l'année de financement, ou repoussez la prévision.",
  ],
  "ulterieur-dans-la-periode": ({ annee, finance }, qui) => [
    `${qui} : à placer dans la liste principale`,
    `${finance ? "Financement" : "Financement prévu"} en ${annee}, dans la période ; dans la liste des projets ultérieurs, l'opération ne compte pas.`,
    "Déplacez-la dans la liste principale.",
  ],
  "operation-abandonnee": ({ texte, sociaux }, qui) => [
    `${qui} ne compte pas`,
    `La feuille dit « ${texte} » : ${sociaux === 0 ? "l'opération est écartée" : `l'opération est écartée, avec ${ecrireCompte(sociaux, "logement social", "logements sociaux")}`}, et n'est comptée ni financée, ni prévue.`,
    "Si elle se fera, corrigez ce texte, ou sortez-la de cette liste ; sinon, rien à corriger.",
  ],
  "liste-a-droite": () => [
    "Deux listes côte à côte",
    "Seule la liste de gauche est lue : les opérations de celle de droite ne comptent pas.",
    "Placez la seconde liste sous la première.",
  ],
  doublon: ({ par, premiere }, qui) => [
    `${qui} : peut-être en double`,
    `${par === "nom" ? "Le même nom" : "La même référence cadastrale"} est déjà en ${premiere}.`,
    "Si c'est la même opération, gardez une seule ligne ; sinon, distinguez-les.",
  ],
  "inventaire-nouveau": ({ signature, aujourdhui, objectif }, qui) => [
    `Nouvel inventaire : ${qui}`,
    `Manquants : ${ecrireNombre(signature)} à la signature, ${ecrireNombre(aujourdhui)} aujourd'hui. L'objectif signé (${ecrireNombre(objectif)}) est opposable et ne change pas.`,
    "Rien à corriger.",
  ],
};

/** Une alerte du suivi : quoi, pourquoi avec les nombres, quoi faire, et l'article. */
export function phraserAlerte(alerte: Alerte): PhraseDeConstat {
  const { operation, commune } = alerte;
  const qui = operation === undefined ? (commune ?? "Une opération") : `« ${operation} »`;
  // Chaque code a la phrase de ses valeurs : TypeScript ne suit pas ce lien à travers une union.
  const phraser = PHRASES[alerte.code] as (valeurs: Alerte["valeurs"], qui: string) => Phrase;
  return enConstat(phraser(alerte.valeurs, qui), alerte.article);
}

function logements(nombre: number): string {
  return ecrireCompte(nombre, "logement");
}

type Rubrique = ValeursDe<"valeur-illisible">["rubrique"];

/** Les colonnes dont une valeur peut être illisible : les autres sont du texte. */
const NOMS: Partial<Record<Rubrique, string>> = {
  logements: "logements projetés",
  sociaux: "logements sociaux",
  plai: "PLAI",
  plus: "PLUS",
  pls: "PLS et assimilés",
  accession: "PSLA, BRS",
  anneePrevue: "année de financement prévisionnelle",
  anneeFinancement: "année de financement",
};

function nommer(rubrique: Rubrique): string {
  return NOMS[rubrique] ?? rubrique;
}

function attendu(rubrique: Rubrique): string {
  if (rubrique === "anneePrevue" || rubrique === "anneeFinancement") return "une année";
  return rubrique === "typologie" ? "des nombres par produit" : "un nombre de logements";
}
