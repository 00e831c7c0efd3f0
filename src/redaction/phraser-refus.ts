import { MOTS_DU_TYPE, type Argument, type Refus } from "../regles";
import { ecrireArticle } from "./article";
import { enUneLigne, type Message } from "./message";
import {
  ecrireCompte,
  ecrireFraction,
  ecrireNombre,
  ecrireTaux,
  enumerer,
  typographier,
} from "./typographie";

/** Comment une phrase nomme un argument : « le déficit », et ce qu'on attend de lui. */
const ARGUMENTS: Readonly<Record<Argument, { le: string; attendu: string }>> = {
  deficit: {
    le: "Le nombre de logements manquants",
    attendu: "le nombre de logements manquants notifié, par exemple 500",
  },
  ecart: {
    le: "L'écart",
    attendu: "l'écart au taux légal en points, par exemple 5 pour 20 % moins 15 %",
  },
  type: { le: "Le type", attendu: "le type de situation, par exemple « mutualisant »" },
  tauxRetenu: { le: "Le taux retenu", attendu: "un taux, par exemple 30 % ou 0,3" },
  arrondi: { le: "L'arrondi", attendu: "le mot de l'arrondi, par exemple « supérieur »" },
  periode: { le: "La période", attendu: "une période, par exemple « 2026-2028 »" },
  lecture: { le: "La lecture", attendu: "« guide » ou « loi »" },
  logementsSociaux: {
    le: "Le nombre de logements sociaux",
    attendu: "le nombre de logements sociaux de l'inventaire",
  },
  residencesPrincipales: {
    le: "Le nombre de résidences principales",
    attendu: "le nombre de résidences principales de l'inventaire",
  },
  tauxCible: { le: "Le taux légal", attendu: "20 % ou 25 %" },
  tauxLs: {
    le: "Le taux de logements sociaux",
    attendu: "un taux dans la même unité que le taux légal, par exemple 15 %",
  },
  objectif: { le: "L'objectif", attendu: "un nombre de logements, par exemple 165" },
  plh: { le: "La réponse sur le PLH", attendu: "VRAI ou FAUX" },
  objectifsAvant: {
    le: "Un objectif avant mutualisation",
    attendu: "un nombre de logements par commune",
  },
  objectifsApres: {
    le: "Un objectif après mutualisation",
    attendu: "un nombre de logements par commune",
  },
};

/** Un refus, en trois temps : ce qui s'est passé, pourquoi, quoi faire. */
export function phraserRefus(refus: Refus): Message {
  const { quoi, pourquoi, queFaire } = composer(refus);
  return {
    quoi: typographier(quoi),
    pourquoi: typographier(pourquoi),
    queFaire: typographier(queFaire),
  };
}

/** Toutes les raisons d'un refus, à la suite. */
export function texteDesRefus(refus: readonly Refus[]): string {
  return refus.map((raison) => enUneLigne(phraserRefus(raison))).join(" ");
}

function composer(refus: Refus): Message {
  switch (refus.code) {
    case "pas-un-nombre":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} n'est pas un nombre.`,
        pourquoi: `La cellule contient ${citer(refus.recu)}, que le calcul ne devine pas.`,
        queFaire: `Saisissez ${ARGUMENTS[refus.argument].attendu}.`,
      };
    case "vide":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} manque.`,
        pourquoi: "La cellule est vide, et le calcul ne la devine pas.",
        queFaire: `Saisissez ${ARGUMENTS[refus.argument].attendu}.`,
      };
    case "erreur-de-cellule":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} est en erreur.`,
        pourquoi: `La cellule contient ${enFrancais(refus.erreur)}, le calcul ne peut pas s'y appuyer.`,
        queFaire: "Corrigez d'abord cette cellule.",
      };
    case "negatif":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} est négatif.`,
        pourquoi: `La valeur est ${ecrireNombre(refus.valeur)}, or elle ne peut pas descendre sous 0.`,
        queFaire: `Saisissez ${ARGUMENTS[refus.argument].attendu}.`,
      };
    case "pas-entier":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} n'est pas un nombre entier.`,
        pourquoi: `La valeur est ${ecrireNombre(refus.valeur)}, or on compte des logements entiers.`,
        queFaire: `Saisissez ${ARGUMENTS[refus.argument].attendu}.`,
      };
    case "trop-grand":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} est trop grand.`,
        pourquoi: `La valeur est ${ecrireNombre(refus.valeur)}, au-delà de ${ecrireNombre(refus.maximum)}${refus.argument === "ecart" ? " points" : ""}.`,
        queFaire: `Vérifiez l'unité et saisissez ${ARGUMENTS[refus.argument].attendu}.`,
      };
    case "ecart-en-fraction":
      return {
        quoi: `Écart de ${enPoints(refus.ecart)} ?`,
        pourquoi: `Avec ${ecrireCompte(refus.deficit, "logement manquant", "logements manquants")}, il supposerait ${ecrireNombre(Math.round((refus.deficit * 100) / refus.ecart))} résidences principales : il semble saisi en fraction et non en points.`,
        queFaire: `Saisissez ${ecrireNombre(Math.round(refus.ecart * 100_000_000) / 1_000_000)}, ou utilisez CMS.ECART. S'il est exact, l'objectif légal est de 100 % : ${ecrireNombre(refus.deficit)}.`,
      };
    case "ecart-nul":
      return {
        quoi:
          refus.deficit === null
            ? `L'écart est de ${enPoints(refus.ecart)}.`
            : `L'écart est de ${enPoints(refus.ecart)} alors qu'il manque ${ecrireCompte(refus.deficit, "logement")}.`,
        pourquoi:
          "Une commune qui atteint son taux légal n'a pas de rattrapage ; une cellule vide compte aussi pour 0.",
        queFaire: "Vérifiez l'écart : taux légal moins taux de logements sociaux, en points.",
      };
    case "deficit-nul":
      return {
        quoi: `Aucun logement manquant alors que l'écart est de ${enPoints(refus.ecart)}.`,
        pourquoi: "Les deux se contredisent. La cellule du déficit est peut-être vide ?",
        queFaire: `Saisissez ${ARGUMENTS.deficit.attendu}.`,
      };
    case "taux-superieur-a-1":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} dépasse 100 %.`,
        pourquoi: `La valeur est ${ecrireNombre(refus.valeur)}, soit ${ecrireFraction(refus.valeur)}.`,
        queFaire: `Saisissez un taux : ${ecrireNombre(refus.valeur / 100)} ou ${ecrireNombre(refus.valeur)} %.`,
      };
    case "taux-sous-plancher":
      return {
        quoi: `Le taux retenu de ${ecrireTaux(refus.taux)} est sous le plancher.`,
        pourquoi: `Un contrat ${motDuType(refus.type)} ne descend pas sous ${ecrireTaux(refus.plancher)}${refus.type === "mutualisant" ? " (lecture du guide ; la loi dit la moitié de l'objectif légal, voir CMS.PLANCHER)" : ""} : ${ecrireArticle(refus.article)}.`,
        queFaire:
          refus.taux === 0
            ? `Retenez au moins ${ecrireTaux(refus.plancher)} ; si la cellule du taux est vide, retirez cet argument.`
            : `Retenez au moins ${ecrireTaux(refus.plancher)}.`,
      };
    case "taux-sans-objet":
      return {
        quoi: `Un taux retenu de ${ecrireTaux(refus.taux)} est donné, mais le type est « ${motDuType(refus.type)} ».`,
        pourquoi: "Sans aménagement, le taux est celui de la loi : il ne se choisit pas.",
        queFaire:
          "Retirez le taux retenu, ou précisez « abaissant », « mutualisant » ou « rehaussé ».",
      };
    case "taux-requis":
      return {
        quoi: "Un objectif rehaussé demande un taux retenu.",
        pourquoi: `Le préfet le fixe au-dessus du taux légal (${ecrireTaux(refus.tauxLegal)}), après accord du maire.`,
        queFaire: `Ajoutez le taux retenu, par exemple CMS.OBJECTIF(500;5;"rehaussé";40 %).`,
      };
    case "mot-inconnu":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} « ${refus.recu} » n'est pas reconnu.`,
        pourquoi: `Les mots acceptés sont : ${enumerer(refus.acceptes.map((mot) => `« ${mot} »`))}.`,
        queFaire: "Corrigez le mot ; casse, accents, espaces et tirets ne comptent pas.",
      };
    case "type-hors-periode":
      return {
        quoi: `Le type « ${motDuType(refus.type)} » n'existe pas pour ${refus.periode}.`,
        pourquoi: "Cet aménagement date de la loi du 21 février 2022 (« 3DS »).",
        queFaire: "Choisissez une période à partir de 2023-2025, ou retirez le type.",
      };
    case "periode-hors-bareme":
      return {
        quoi: `La période « ${refus.recue} » n'est pas couverte.`,
        pourquoi: `Le barème couvre ${enumerer(refus.couvertes.map((periode) => `« ${periode} »`))} ; il ne s'extrapole pas.`,
        queFaire: "Écrivez l'une de ces périodes, ou attendez une version du complément à jour.",
      };
    case "inverses":
      return {
        quoi: `${ecrireNombre(refus.logementsSociaux)} logements sociaux pour ${ecrireNombre(refus.residencesPrincipales)} résidences principales : inversés ?`,
        pourquoi: "Les logements sociaux comptent parmi les résidences principales.",
        queFaire: "Donnez d'abord les logements sociaux, puis les résidences principales.",
      };
    case "sans-residence":
      return {
        quoi: "Le nombre de résidences principales est 0.",
        pourquoi: "Le taux se rapporte aux résidences principales ; la cellule est peut-être vide.",
        queFaire: `Saisissez ${ARGUMENTS.residencesPrincipales.attendu}.`,
      };
    case "cible-inconnue":
      return {
        quoi: `Le taux légal ${ecrireNombre(refus.recue)} n'est pas prévu.`,
        pourquoi: "La loi fixe 20 % ou 25 % (art. L. 302-5 du CCH).",
        queFaire: "Saisissez 20 % ou 25 % (ou 20, ou 25).",
      };
    case "unites-melangees":
      return {
        quoi: `Taux légal ${ecrireNombre(refus.tauxCible)} et taux de logements sociaux ${ecrireNombre(refus.tauxLs)} : pas la même unité.`,
        pourquoi: "L'un semble en pour-cent, l'autre en fraction.",
        queFaire: "Mettez les deux cellules au format %, ou écrivez les deux en points (20 et 15).",
      };
    case "plh-requis":
      return {
        quoi: "Le maximum de PLS ne peut pas être donné.",
        pourquoi: `Sous 10 % de logements sociaux (ici ${ecrireFraction(refus.tauxLs)}), il dépend du PLH : 30 % avec, 20 % sans (art. L. 302-8, III du CCH).`,
        queFaire: "Ajoutez VRAI ou FAUX : la commune est-elle couverte par un PLH ?",
      };
    case "taux-ls-requis":
      return {
        quoi: "Le maximum de PLS ne peut pas être donné.",
        pourquoi:
          "Sans PLH, il dépend du taux de logements sociaux : 20 % sous 10 %, 30 % sinon (art. L. 302-8, III du CCH).",
        queFaire: "Ajoutez le taux de logements sociaux de la commune.",
      };
  }
}

function motDuType(type: keyof typeof MOTS_DU_TYPE): string {
  return MOTS_DU_TYPE[type][0];
}

function enPoints(ecart: number): string {
  return ecrireCompte(ecart, "point");
}

function citer(recu: string | boolean): string {
  if (typeof recu === "boolean") return recu ? "VRAI" : "FAUX";
  const court = recu.length > 40 ? `${recu.slice(0, 40)}…` : recu;
  return `le texte « ${court} »`;
}

const ERREURS_FRANCAISES: Readonly<Record<string, string>> = {
  "#VALUE!": "#VALEUR!",
  "#NAME?": "#NOM?",
  "#NUM!": "#NOMBRE!",
  "#NULL!": "#NUL!",
  "#SPILL!": "#PROPAGATION!",
};

/** L'erreur comme l'Excel français l'affiche. */
function enFrancais(erreur: string): string {
  return ERREURS_FRANCAISES[erreur] ?? erreur;
}
