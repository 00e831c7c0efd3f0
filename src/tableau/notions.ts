/**
 * Les notions qu'un titre de colonne peut porter, cherchées dans ses mots simplifiés : minuscules, sans accents ni ponctuation, sans seuils (« 30 % »),
 * dates ni périodes (`reconnaitre-titre.ts`). `vocabulaire.ts` dit ce que leurs rencontres annoncent.
 */
export const NOTIONS = {
  // Qui, où
  commune:
    /^(les |liste des )?(nom |noms |libelle |lib |nom et code )?(de |du |des |d )?(la |les |l )?(com|communes?|libcom|nomcom|cnes?|bourgs?|villes?|collectivites?|municipalite)( (inventaire|concernees?|deficitaires?|signataires?|soumises?|articles?|art|sru|membres?|contractantes?|a|au|aux|par|dispositif|territoire|agglo|agglomeration|de|l|du|contrat|cms|insee|et|ou|villes?|communes?|code|nom|\d+))*$/,
  communes: /\bcommunes?\b/,
  nomCommune: /^(nom|libelle)s? (de (la )?)?communes?$|^communes? (\w+ )*epci$/,
  nomSeul: /^(territoire|libelle( geographique)?|libgeo|denomination|noms?)$/,
  insee:
    /\b(insee|codgeo|depcom|codecom|cog|codinsee)\b|\bcode (de la )?(commune|com|geo\w*)\b|^code$/,
  arrondissement:
    /^(n |no |numero |nom )?(de |d )?(l )?(arrondissements?|arr|arrdts?|arrt|ardt|arrondt)( municipa(l|ux))?( de (paris|lyon|marseille))?$/,
  epci: /\b(epci|intercommunalite|interco|ept|groupement)\b/,
  epciSeul:
    /^((nom|libelle|lib)( de)?( l)? )?(epci|intercommunalite|interco|communaute|epci ept|ept|groupement|agglo|agglomeration|ca cc|cc ca|libepci|nomepci)( (de rattachement|d appartenance|concerne|nom))?$/,
  /** Ce qui vaut pour plus large que la commune. */
  autreEchelle:
    /^(?!.*\bcommunes?\b).*\b(epci|ept|interco\w*|agglo\w*|metropole|unite urbaine|departement\w*|region\w*|france)\b/,
  population: /\b(pop|population|habitants|hab|pmun)\b/,
  residences: /\b(rp|(res|resid|residences?) (princ\w*|ppales?))\b/,

  // Grandeurs
  objectif:
    /\bobj(ectifs?)?\b|\b(a|restant a) (produire|realiser|construire|financer|livrer)\b|\bproduction (attendue|due|legale|retenue|triennale|cms|contract\w*|mutu\w*|abaiss\w*)\b|\bobligations? (\w+ )?(triennale|de production|de rattrapage)\b|\b(engagements?|repartition)\b/,
  objectifSru: /^obj(ectifs?)? (triennal |loi )?sru$/,
  obligation: /\bobligations?\b/,
  taux: /\b(taux|tx|pourcentage|pct|rythme|ratio|part|proportion)\b|%/,
  tauxSeul: /^(taux|tx|%|taux %|taux (applicable|applique|notifie))$/,
  tauxLegal:
    /^(taux|tx|%) (legal|leg|de droit|(de l )?(article )?l 302 8( vii)?( du)?( cch)?)( (en )?%)?$/,
  rattrapage: /\b(ratt|rattr|rattrap|rattrapage|rythme)\b/,
  rattrapageSeul: /^(rythme|rattrapage|ratt)$/,
  points: /\b(points?|pts?)\b/,
  ecart:
    /\b(ecarts?|distance|differentiel|difference|delta|retards? (en |de )?(points?|pts?|taux))\b/,
  ecartEnLogements:
    /(?<!taux (de |d )?)\b(logements?|logts?|lgts?|nb|nombre)\b|\becarts? (en |de |d )?(lls|ls)\b/,
  ecartSeul: /^(ecarts?|ecart %|delta|delta %)$/,
  reference: /\b(points?|pts?|taux|cible|leg|legal|seuil|sru|tx)\b|%/,
  ls: /\b(lls|ls|hlm|sru)\b|\b(lo?ge?m?e?nts?|logts?|lgts?|log|parc)( locatifs?| loc)? soc(iaux|ial|iale)?\b|\bparc (social|lls|hlm|sru)\b/,
  /** Des logements sociaux, sans qu'il soit question de leur manque ni de leur rattrapage. */
  lsSeuls: /\b(logements?|lls|ls|hlm|sru)\b(?!.*\b(manqu\w*|deficit|ratt\w*)\b)/,
  logements: /\b(logements?|logts?|lgts?|lls|ls|log)\b/,
  sru: /\bsru\b/,
  sruSeul: /^sru$/,
  production:
    /\b(capacite|potentiel|projets?|nouveaux|besoins?|suppl\w*|article|production|produits?|offre|operations?|hors|dont|autoris\w*|cede\w*|recus?)\b/,
  manquant:
    /\b(manquants?|manquante?s|manqu?|manque|deficits?|deficitaires?|def|insuffisances?)\b|\ba rattraper\b|\bcarence en\b|\bretards? (en |de )?(lls|ls|logements?|lgts?)\b/,
  /** « Besoin » tout court, face à un objectif de rattrapage : ce qui manque. */
  besoinSeul:
    /^((nb|nbre|nombre)( de)? )?besoins?( (en|de) (logements?|logts?|lgts?|lls|ls)( soc\w*)?| lls| ls)?( (sru|legal|legaux|notifies?))?$/,
  projection: /\b(fin|surplus|prevision\w*|projete|apres|avant|part)\b/,
  inventaire:
    /\b(inventaire|situation|etat des lieux|constate|actuel|existant|etat|reel|effectif|observe|mesure)\b/,
  cible:
    /\b(cible|a atteindre|obligation|obligations|obligatoire|requis|seuil|exige|regime|plancher sru)\b/,

  // Côtés du contrat
  avant:
    /\b(avant|avt|av|pre|ante|leg|legal|legaux|legale|legales|initial|initiaux|initiale|droit commun|dc|reglementaires?|theor\w*|classiques?|vii|plein)\b|\bobj\w* (de la )?loi\b|\b(hors|sans|absence) (\w+ )?(cms|contrat|mutu\w*|abaiss\w*|amenag\w*)/,
  /** « LLS théoriques » : ceux qu'exige le taux légal, et non l'objectif. */
  theorique: /\b(lls|ls|logements?)( \w+)? theor\w*/,
  apres:
    /\b(apres|ap|post|reten(u|ue|us|ues)|mutu\w*|abaiss\w*|amenag\w*|contract\w*|contrat|cms|propos\w*|negoci\w*|final|finaux|finale|definiti\w*|modul\w*|revis\w*|repart\w*|redistrib\w*|reequilibr\w*|nouvel|nouveau|nouveaux|fixes?|arretes?|conven\w*|actes?|rehauss\w*|derog\w*|indicati\w*|adapte\w*|ajuste\w*|valid\w*|inscrits?|engagements?)\b/,
  amenagement: /\b(apres|avant|mutu\w*|abaiss\w*|cms|retenus?)\b/,
  deuxCotes: /\bavant (et |ou )?apres\b/,
  legal: /\bleg(al|aux)?\b|\bloi\b/,
  avantSeul:
    /^((nb|nombre|volume|production)( de)?( lls| ls| logements)? )?(avant|hors|sans|legal|droit commun|legaux)( (cms|contrat|mutualisation|mutu|abaissement|amenagement))?$/,
  apresSeul:
    /^((nb|nombre|volume|production)( de)?( lls| ls| logements)? )?(apres|retenus?|mutualises?|abaisses?|avec)( (cms|contrat|mutualisation|mutu|abaissement|amenagement))?$/,

  // Financements, conditions, situations particulières
  qualite: /\b(plai|pls|plus|pli|brs|psla)\b|\bqualitatifs?\b/,
  plai: /\bplai\b/,
  pls: /\bpls\b/,
  plus: /\bplus\b/,
  resultat: /\b(reali[sz]e?(s|es|ee|ees|ation)?|agre\w*|financ\w*|bilan|livre\w*)\b/,
  capacite: /\b(capacites?|potentiels?|gisements?|potentialites?)\b/,
  annuel: /\b(annuel(le)?s?|an)\b/,
  argent: /\b(epf|fiscal\w*|financiere?)\b/,
  periodes:
    /\b(periodes?|triennaux|triennales?|(cms|contrats?) (consecutifs|successifs|anterieurs?))\b/,
  periodesAbaissees: /\bperiodes? (d |de )?(abaiss\w*|amenag\w*|mutualis\w*)\b/,
  periodeSeule: /^(periode|triennale?)( triennale)?$/,
  /** 2 pour la deuxième du contrat, ou 9 pour 2026-2028 : ses nombres le disent. */
  numeroDePeriode:
    /^periode( triennale)? (n|no|numero)$|^(n|no|numero) (de )?(la )?periode( triennale)?$/,
  periodesSeules: /^((nb|nombre)( de)? )?periodes$/,
  compteDePeriodes:
    /\b(consecuti\w*|deja|nombre|nb|nbre|rang|anterieure?s?|consommees?|abaissees?|successives?|n)\b/,
  precedent: /\bprecedente?s?\b/,
  /** « Périodes précédentes », et rien d'autre : « réalisé des périodes précédentes » n'en est pas un compte. */
  periodesPrecedentes:
    /^(?!(contrats|cms) \w+$)((nb|nbre|nombre) (de |d )?)?(periodes|contrats|cms)( (consecuti\w*|successi\w*|abaiss\w*|mutualis\w*|amenag\w*|triennales|d|de))* (precedente?s|passee?s|echue?s|revolue?s)( (consecuti\w*|successi\w*|abaiss\w*|mutualis\w*|amenag\w*|d|de|celle ci|hors|sans|non|y|compris\w*|la|presente|periode|en cours))*$/,
  typeDeContrat:
    /\b(type|nature|forme|categorie|modalites?|regime)\b.*\b(cms|contrat|amenagement|objectif)\b|^(type( a m( sa)?)?|amenagement|modalite|mode|modalite a m|dispositif|cms|contrat|type amenagement)$/,
  statut: /^(statut|situation|regime)( (sru|de la commune|commune|juridique))?$/,
  inconstructible: /\binconstr\w*/,
  commissionNationale: /\b(cnsru|cn sru|commission (nationale|sru))\b/,
  accord:
    /\b(accords?|consentements?|delib\w*|dcm|avis|acceptations?|assentiment|favorables?|position)\b/,
  autreAvis:
    /\b(cnsru|cn sru|commission|comite|crhh|cdhh|sdh|region\w*|departement\w*|communautaire|metropolitain|epci|ept|prefets?|collectif|ddt|dreal|bailleurs?|plh|abf|dates?|cadre|delib\w* (du|le))\b/,
  plh: /\bplh\b/,
  autrePlan: /\b(plh|pdh)\b/,
  actionsDuPlan: /\b(production\w*|orientations?|actions?|periodes?)\b/,
  entrante:
    /\b(nouvelles? entrantes?|entrantes?|nouvellement soumises?|nouvelle commune|nouvelles? entrees?|entree (dans|en))\b/,
  carencee: /\bcarencees?\b|^carence$|\b(arrete|constat|etat) (de )?carence\b/,
  exemptee: /\bexempt\w*/,
  priorite: /\bpriorit\w*/,
  publics: /\bpublics?\b/,
} as const satisfies Record<string, RegExp>;

export type Notion = keyof typeof NOTIONS;

/** Ce qui parle d'autre chose que du contrat : le passé, le réalisé, la sanction, la différence de deux colonnes. */
export const LEURRES =
  /\b(realis(e|ee|es|ees|ation|ations)|attein(t|te|ts|tes)|atteintes?|bilan|agre(e|es|ments?)|finance(e|s|es|ments?)?|program(me|mes|mee|mees|mation)|livre(s|es)?|livraisons?|conventionne\w*|prelev\w*|majoration|amende|penalit\w*|depenses?|vacan\w*|evolution|variation|difference|diff|solde|gain|marge|ancien(s|ne|nes)?|precedent(s|e|es)?|annuel(s|le|les)?|an|annee|restante?s?|residuel|residuels|reste|moyen(s|ne|nes)?|plancher|planchers|minimum|mini|min|densite|siren|siret|postal|avenant|demandes?|attributions?|commentaires?|observations?|remarques?|signature|rang|verif\w*|controle|construits?|construites?|transfer\w*|demoli\w*|vend(u|us|ue|ues)|ventes?|chantiers?|(?<!periode |triennale? |contrat |cms )en cours|mis(es)? en service|rotation|zonage)\b/;
