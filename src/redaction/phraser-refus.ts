import {
  MOTS_DU_TYPE,
  PERIODES_PERMISES,
  type Contenu,
  type LigneIllisible,
  type Refus,
} from "../regles";
import { ARGUMENTS, accorder } from "./arguments";
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

/** Au-delà, un message ne cite plus les lignes une à une. */
const LIGNES_CITEES = 8;

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
        pourquoi: `La cellule contient ${typeof refus.recu === "string" ? `le texte « ${citer(refus.recu)} »` : citer(refus.recu)}, que le calcul ne devine pas.`,
        queFaire: `Saisissez ${ARGUMENTS[refus.argument].attendu}.`,
      };
    case "vide":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} manque.`,
        pourquoi:
          "Rien n'est donné, ou rien que des cellules vides ou à 0 ; le calcul ne le devine pas.",
        queFaire: `Saisissez ${ARGUMENTS[refus.argument].attendu}.`,
      };
    case "erreur-de-cellule":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} est en erreur.`,
        pourquoi: `La cellule contient ${enFrancais(refus.erreur)}, le calcul ne peut pas s'y appuyer.`,
        queFaire: "Corrigez d'abord cette cellule.",
      };
    case "nul":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} vaut 0.`,
        pourquoi: "Il faut une valeur supérieure à 0 ; une cellule vide compte aussi pour 0.",
        queFaire: `Saisissez ${ARGUMENTS[refus.argument].attendu}.`,
      };
    case "negatif":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} est ${accorder("négatif", refus.argument)}.`,
        pourquoi: `La valeur est ${ecrireNombre(refus.valeur)}, or elle ne peut pas descendre sous 0.`,
        queFaire: `Saisissez ${ARGUMENTS[refus.argument].attendu}.`,
      };
    case "pas-entier":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} n'est pas un nombre entier.`,
        pourquoi: `La valeur est ${ecrireNombre(refus.valeur)}, or il en faut un nombre entier.`,
        queFaire: `Saisissez ${ARGUMENTS[refus.argument].attendu}.`,
      };
    case "trop-grand":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} est trop ${accorder("grand", refus.argument)}.`,
        pourquoi: `La valeur est ${ecrireNombre(refus.valeur)}, au-delà de ${ecrireNombre(refus.maximum)}${refus.argument === "ecart" ? " points" : ""}.`,
        queFaire:
          refus.argument === "periodesConsommees"
            ? "Donnez un nombre de périodes triennales, par exemple 1, et non une année."
            : `Vérifiez l'unité et saisissez ${ARGUMENTS[refus.argument].attendu}.`,
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
    case "taux-superieur-a-1": {
      const maximum = refus.maximum ?? 1;
      const quoi = `${ARGUMENTS[refus.argument].le} dépasse ${ecrireFraction(maximum)}.`;
      const valeur = ecrireNombre(refus.valeur);
      if (refus.valeur / 100 > maximum) {
        return {
          quoi,
          pourquoi: `La valeur est ${valeur}, plus qu'un taux ne peut valoir.`,
          queFaire: `Saisissez ${ARGUMENTS[refus.argument].attendu}.`,
        };
      }
      return {
        quoi,
        pourquoi: `La valeur est ${valeur}, soit ${ecrireFraction(refus.valeur)}.`,
        // 1,25 est sans doute 125 % ; 12,5, sans doute 12,5 % écrits sans leur signe.
        queFaire:
          refus.valeur >= 2 * maximum
            ? `Saisissez un taux : ${ecrireNombre(refus.valeur / 100)} ou ${valeur} %.`
            : `Saisissez au plus ${ecrireFraction(maximum)} : ${ARGUMENTS[refus.argument].attendu}.`,
      };
    }
    case "taux-sous-plancher":
      return {
        quoi: `Le taux retenu de ${ecrireTaux(refus.taux)} est sous le plancher.`,
        pourquoi: `${refus.type === "rehausse" ? "Un objectif rehaussé" : `Un contrat ${motDuType(refus.type)}`} ne descend pas sous ${ecrireTaux(refus.plancher)}${refus.type === "mutualisant" && refus.article.startsWith("guide") ? " (lecture du guide ; la loi dit la moitié de l'objectif légal, voir CMS.PLANCHER)" : ""} : ${ecrireArticle(refus.article)}.`,
        queFaire:
          refus.taux === 0
            ? `Retenez au moins ${ecrireTaux(refus.plancher)} ; si la cellule du taux est vide, retirez cet argument.`
            : `Retenez au moins ${ecrireTaux(refus.plancher)}.`,
      };
    case "taux-sans-objet":
      return {
        quoi: `Un taux retenu de ${ecrireTaux(refus.taux)} est donné, mais le type est « ${motDuType(refus.type)} ».`,
        pourquoi: "Sans aménagement, le taux est celui de la loi : il ne se choisit pas.",
        queFaire: `Retirez le taux retenu${refus.taux === 0 ? " (une cellule vide compte pour 0)" : ""}, ou précisez « abaissant », « mutualisant » ou « rehaussé ».`,
      };
    case "taux-requis":
      return {
        quoi: "Un objectif rehaussé demande un taux retenu.",
        pourquoi: `Le préfet le fixe au-dessus du taux légal (${ecrireTaux(refus.tauxLegal)}), après accord du maire.`,
        queFaire: `Ajoutez le taux retenu, par exemple CMS.OBJECTIF(500;5;"rehaussé";40 %).`,
      };
    case "mot-inconnu":
      return {
        quoi: `${ARGUMENTS[refus.argument].le} « ${citer(refus.recu)} » n'est pas ${accorder("reconnu", refus.argument)}.`,
        pourquoi: `Les mots acceptés sont : ${enumerer(refus.acceptes.map((mot) => `« ${mot} »`))}.`,
        queFaire: "Corrigez le mot ; majuscules, accents, espaces et tirets ne comptent pas.",
      };
    case "type-hors-periode":
      return {
        quoi: `Le type « ${motDuType(refus.type)} » n'existe pas pour ${refus.periode}.`,
        pourquoi: "Cet aménagement date de la loi du 21 février 2022 (« 3DS »).",
        queFaire: "Choisissez une période à partir de 2023-2025, ou retirez le type.",
      };
    case "troisieme-periode-d-entrante":
      return {
        quoi: "Le type « entrante-3 » n'existe pas.",
        pourquoi: `Une nouvelle entrante a 15 %, puis 25 % (${ecrireArticle("L. 302-8, VIII")}). Le guide se tait sur la troisième période ; nous y lisons un retour au droit commun (VII).`,
        queFaire: "Saisissez « sans aménagement ».",
      };
    case "sans-limite-de-duree":
      return {
        quoi: `Pour le type « ${motDuType(refus.type)} », il n'y a pas de périodes restantes à compter.`,
        pourquoi: `La loi ne limite en nombre de périodes que deux contrats : abaissant, ${PERIODES_PERMISES.abaissant} périodes consécutives ; mutualisant, ${PERIODES_PERMISES.mutualisant} (${ecrireArticle("L. 302-8, IX et X")}).`,
        queFaire: "Saisissez « abaissant » ou « mutualisant ».",
      };
    case "inventaire-non-verifie":
      return {
        quoi: `L'inventaire de référence de ${refus.periode} est « non vérifié ».`,
        pourquoi: "Aucune source lue ne donne sa date, et elle ne se devine pas.",
        queFaire: "Choisissez une période à partir de 2023-2025, ou saisissez vous-même la date.",
      };
    case "plai-et-pls-en-trop":
      return {
        quoi: `${ecrireNombre(refus.plai)} PLAI et ${ecrireNombre(refus.pls)} PLS pour ${ecrireCompte(refus.realises, "logement réalisé", "logements réalisés")} : c'est trop.`,
        pourquoi:
          "PLAI et PLS comptent parmi les logements réalisés ; une cellule vide compte pour 0.",
        queFaire: "Vérifiez les trois nombres, et leur ordre : réalisés, PLAI, PLS.",
      };
    case "periode-hors-bareme":
      return periodeHorsBareme(refus);
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
    case "lignes-illisibles":
      return lignesIllisibles(refus.lignes);
    case "total-sous-le-legal":
      return {
        quoi: `Le total de ${ecrireNombre(refus.total)} est trop bas de ${ecrireNombre(refus.legal - refus.total)}.`,
        pourquoi: `La somme des objectifs ne peut descendre sous celle des objectifs légaux, ${ecrireNombre(refus.legal)} (art. L. 302-8, X, al. 3 du CCH).`,
        queFaire: `Donnez un total d'au moins ${ecrireNombre(refus.legal)}, ou ne le donnez pas.`,
      };
    case "total-au-dela-des-manquants":
      return {
        quoi: `Le total de ${ecrireNombre(refus.total)} est trop haut de ${ecrireNombre(refus.total - refus.manquants)}.`,
        pourquoi: `Notre répartition ne dépasse pas le nombre de manquants, ${ecrireNombre(refus.manquants)} en tout ; aucun texte lu ne fixe de maximum.`,
        queFaire: `Donnez un total d'au plus ${ecrireNombre(refus.manquants)}.`,
      };
    case "plh-requis":
      return {
        quoi: "Le maximum de PLS ne peut pas être donné.",
        pourquoi: `Sous 10 % de logements sociaux (ici ${ecrireFraction(refus.tauxLs)}), il dépend du PLH : 30 % avec, 20 % sans (art. L. 302-8, III du CCH).`,
        queFaire: `Ajoutez VRAI ou FAUX : la commune est-elle couverte par un PLH ?${refus.tauxLs === 0 ? " Si la cellule du taux est vide, saisissez ce taux, ou retirez-le." : ""}`,
      };
    case "taux-ls-requis":
      return {
        quoi: "Le maximum de PLS ne peut pas être donné.",
        pourquoi:
          "Sans PLH, il dépend du taux de logements sociaux : 20 % sous 10 %, 30 % sinon (art. L. 302-8, III du CCH).",
        queFaire: "Ajoutez le taux de logements sociaux de la commune.",
      };
    case "parc-sans-croissance":
      return {
        quoi: `Les résidences principales n'ont pas augmenté (variation : ${ecrireNombre(refus.variation)}).`,
        pourquoi:
          "Sans croissance, il n'y a pas de part à calculer ; une cellule vide compte aussi pour 0.",
        queFaire:
          "Donnez d'abord la variation des logements sociaux, puis celle, positive, des résidences principales ; ou prenez une période plus longue.",
      };
    case "croissance-en-taux":
      return {
        quoi: `La croissance de ${ecrireNombre(refus.recue)} semble un taux (${ecrireFraction(refus.recue)}).`,
        pourquoi: "Le calcul attend un nombre de résidences principales de plus par an.",
        queFaire: `Saisissez ${refus.residencesPrincipales === null ? ARGUMENTS.croissanceRp.attendu : `${ecrireNombre(Math.round(refus.recue * refus.residencesPrincipales))}, soit ${ecrireFraction(refus.recue)} de ${ecrireNombre(refus.residencesPrincipales)}`}.`,
      };
    case "aucun-manque":
      return {
        quoi: `L'objectif est de ${ecrireNombre(refus.objectif)}, mais aucun arrondissement ne manque de logements sociaux.`,
        pourquoi:
          "L'objectif se répartit selon ce qui manque à chacun pour atteindre le taux légal.",
        queFaire: "Vérifiez les logements sociaux et les résidences principales de chaque ligne.",
      };
    case "partie-superieure":
      return {
        quoi: `${ARGUMENTS[refus.partie].le} (${ecrireNombre(refus.valeurs[0])}) dépasse ${sansMajuscule(ARGUMENTS[refus.tout].le)} (${ecrireNombre(refus.valeurs[1])}).`,
        pourquoi: "Le premier compte parmi le second ; une cellule vide compte pour 0.",
        queFaire: "Vérifiez les deux nombres, et leur ordre.",
      };
    case "trop-de-menages":
      return {
        quoi: `${ecrireCompte(refus.modestes, "ménage modeste", "ménages modestes")} et ${ecrireCompte(refus.depassements, "dépassement")} pour ${ecrireCompte(refus.logements, "logement")} PLUS : c'est trop.`,
        pourquoi:
          "Un ménage occupe un logement, et ne peut être compté des deux côtés ; une cellule vide compte pour 0.",
        queFaire: "Vérifiez les trois nombres, et leur ordre : logements, modestes, dépassements.",
      };
  }
}

/** Un nombre n'est jamais une période : c'est une date, une année, ou « 2023-2025 » sans guillemets, qu'Excel a soustraits. */
function periodeHorsBareme(refus: Extract<Refus, { code: "periode-hors-bareme" }>): Message {
  const { recue, jour } = refus;
  const couvertes = enumerer(refus.couvertes.map((periode) => `« ${periode} »`));
  const bareme = `Le barème couvre ${couvertes} ; il ne s'extrapole pas.`;
  if (jour !== undefined) {
    return {
      quoi: `La date ${sansMilliers(jour)} n'est pas couverte : Excel y lit un jour de ${citer(recue)}.`,
      pourquoi: `Une année seule va de 2002 à 2100 ; tout autre nombre est le numéro d'un jour. ${bareme}`,
      queFaire: "Saisissez une année ou une vraie date de l'une de ces périodes.",
    };
  }
  const nombre = typeof recue === "number";
  return {
    quoi: `La période « ${nombre ? sansMilliers(recue) : citer(recue)} » n'est pas couverte.`,
    pourquoi: bareme,
    queFaire: nombre
      ? `Écrivez la période entre guillemets, par exemple "${refus.couvertes.at(-1) ?? ""}", ou obtenez-la d'une date par CMS.PERIODE.`
      : "Tenez-vous à l'une de ces périodes, ou attendez une version du complément à jour.",
  };
}

/** Une année ou le numéro d'un jour : « 2023 », et non « 2 023 ». */
function sansMilliers(nombre: number): string {
  return ecrireNombre(nombre).replace(/\s/g, "");
}

/** Les lignes sont nommées, et la première est expliquée : les autres ont souvent le même défaut. */
function lignesIllisibles(lignes: readonly LigneIllisible[]): Message {
  const rangs = lignes.slice(0, LIGNES_CITEES).map(({ ligne }) => ecrireNombre(ligne));
  const autres = lignes.length - rangs.length;
  const citees = enumerer(autres > 0 ? [...rangs, ecrireCompte(autres, "autre")] : rangs, "et");
  const messages = (lignes[0]?.refus ?? []).map(composer);
  const raisons = messages.map(({ quoi, pourquoi }) => `${quoi} ${pourquoi}`);
  return {
    quoi:
      lignes.length > 1
        ? `Les lignes ${citees} du tableau ne se lisent pas.`
        : `La ligne ${citees} du tableau ne se lit pas.`,
    pourquoi: `Ligne ${rangs[0] ?? ""} : ${raisons.join(" ")}`,
    queFaire: messages.map(({ queFaire }) => queFaire).join(" "),
  };
}

function motDuType(type: keyof typeof MOTS_DU_TYPE): string {
  return MOTS_DU_TYPE[type][0];
}

function enPoints(ecart: number): string {
  return ecrireCompte(ecart, "point");
}

function sansMajuscule(debut: string): string {
  return debut.charAt(0).toLowerCase() + debut.slice(1);
}

/** Ce que la cellule montre : « VRAI », « 12,5 », ou le début de son texte. */
function citer(recu: Contenu): string {
  if (typeof recu === "boolean") return recu ? "VRAI" : "FAUX";
  if (typeof recu === "number") return ecrireNombre(recu);
  return recu.length > 40 ? `${recu.slice(0, 40)}…` : recu;
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
