import { Tab, TabList, makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, lazy, useState } from "react";
import { FournirAller } from "./commun/aller";
import { Attente } from "./commun/attente";
import { OngletControler } from "./controler/onglet-controler";
import type { ControleDeLaFeuille } from "./controler/use-controle";

const OngletArticle2 = lazy(
  () => import(/* webpackChunkName: "article2" */ "./article2/onglet-article2")
);

const OngletDossier = lazy(
  () => import(/* webpackChunkName: "dossier" */ "./dossier/onglet-dossier")
);

const OngletSuivre = lazy(() => import(/* webpackChunkName: "suivre" */ "./suivre/onglet-suivre"));

const OngletPartager = lazy(
  () => import(/* webpackChunkName: "partager" */ "./partager/onglet-partager")
);

type NomDOnglet = "controler" | "article2" | "dossier" | "suivre" | "partager";

const useStyles = makeStyles({
  onglets: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    // Cinq onglets tiennent sur une ligne d'un volet étroit ; agrandis, ils passent à la suivante.
    flexWrap: "wrap",
    "@media (max-width: 399px)": {
      padding: `0 ${tokens.spacingHorizontalXXS}`,
      justifyContent: "space-between",
      "& [role=tab]": {
        paddingLeft: tokens.spacingHorizontalXXS,
        paddingRight: tokens.spacingHorizontalXXS,
      },
    },
  },
  panneau: { flexGrow: 1, display: "flex", flexDirection: "column" },
});

/** Les onglets du volet ; ils n'ont de sens qu'une fois une feuille contrôlée. */
export default function Onglets({
  controle,
}: {
  controle: ControleDeLaFeuille;
}): React.JSX.Element {
  const styles = useStyles();
  const [onglet, setOnglet] = useState<NomDOnglet>("controler");
  return (
    <>
      <TabList
        className={styles.onglets}
        size="small"
        selectedValue={onglet}
        onTabSelect={(_, { value }) => setOnglet(value as NomDOnglet)}
        aria-label="Volet"
      >
        <Tab id="onglet-controler" value="controler" aria-controls="panneau">
          Contrôler
        </Tab>
        <Tab id="onglet-article2" value="article2" aria-controls="panneau">
          Article 2
        </Tab>
        <Tab id="onglet-dossier" value="dossier" aria-controls="panneau">
          Dossier
        </Tab>
        <Tab id="onglet-suivre" value="suivre" aria-controls="panneau">
          Suivre
        </Tab>
        <Tab id="onglet-partager" value="partager" aria-controls="panneau">
          Partager
        </Tab>
      </TabList>
      <div
        id="panneau"
        role="tabpanel"
        aria-labelledby={`onglet-${onglet}`}
        className={styles.panneau}
      >
        <FournirAller key={onglet} controle={controle.resultat?.heure}>
          {onglet === "controler" ? (
            <OngletControler controle={controle} preparer={() => setOnglet("article2")} />
          ) : (
            <Suspense fallback={<Attente />}>
              {onglet === "article2" && <OngletArticle2 controle={controle} />}
              {onglet === "dossier" && <OngletDossier controle={controle} />}
              {onglet === "suivre" && <OngletSuivre controle={controle} />}
              {onglet === "partager" && <OngletPartager />}
            </Suspense>
          )}
        </FournirAller>
      </div>
    </>
  );
}
