/** Un dispositif de modulation des loyers, selon l'annexe 2 de la circulaire du 18/12/2023. */
export interface Dispositif {
  nom: string;
  cadre: string;
  caractere: string;
  echelle: string;
  enQpv: string;
  horsQpv: string;
}

/** Dans l'ordre de l'annexe 2 ; ce que l'annexe 1 (3.1 à 3.4) en précise est ajouté. */
export const DISPOSITIFS: readonly Dispositif[] = [
  {
    nom: "Exemption du supplément de loyer de solidarité (SLS)",
    cadre: "L. 441-3 à L. 441-15",
    caractere: "Obligatoire",
    echelle: "Parc social du bailleur en QPV et dans les anciennes ZUS",
    enQpv: "Garde des ménages dont les ressources peuvent passer les plafonds PLS",
    horsQpv: "–",
  },
  {
    nom: "Clause de mixité sociale",
    cadre: "D. 331-12 ; conventions APL",
    caractere: "Obligatoire",
    echelle: "Opération financée en PLUS",
    enQpv: "Ménages jusqu'à 20 % au-dessus des plafonds PLUS ; davantage sans subvention",
    horsQpv: "Ménages jusqu'aux plafonds PLAI",
  },
  {
    nom: "Interchangeabilité des logements PLAI et PLUS",
    cadre: "D. 353-16 (HLM), D. 353-70-1 (SEM) ; conventions APL",
    caractere: "Facultatif",
    echelle: "Opération financée ; loyer majoré d'au plus 40 % du loyer maximal PLAI",
    enQpv: "Ménages entre les plafonds PLAI et PLUS",
    horsQpv: "Ménages jusqu'aux plafonds PLAI",
  },
  {
    nom: "Politique des loyers dérogatoires : expérimentation terminée en mai 2024",
    cadre: "Ordonnance n° 2019-453 du 15 mai 2019",
    caractere: "Terminé",
    echelle: "Tout ou partie du parc du bailleur",
    enQpv: "Ménages jusqu'aux plafonds PLS",
    horsQpv: "Ménages sous 80 % des plafonds PLAI",
  },
  {
    nom: "Nouvelle politique des loyers (NPL)",
    cadre: "L. 445-2 à L. 445-3-1 ; convention d'utilité sociale",
    caractere: "Facultatif",
    echelle: "Tout ou partie du parc du bailleur ; joue à la relocation",
    enQpv: "Ménages jusqu'aux plafonds PLS",
    horsQpv: "Ménages jusqu'aux plafonds PLAI",
  },
];
