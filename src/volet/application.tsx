import { Button, FluentProvider, makeStyles } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { Activity, Suspense, lazy, useEffect, useRef, useState, type ReactNode } from "react";
import { Accueil } from "./accueil/accueil";
import { preparerLeClasseur } from "./classeur";
import { Attente } from "./commun/attente";
import { useFocusGarde } from "./commun/use-focus-garde";
import { useControle } from "./controler/use-controle";
import { EnTete } from "./en-tete";
import { PiedDePage } from "./pied-de-page";
import { useTheme } from "./use-theme";

// Ce qui ne sert pas à l'ouverture se charge à part : le volet s'affiche d'abord.
const chargerOnglets = () => import(/* webpackChunkName: "onglets" */ "./onglets");
const Onglets = lazy(chargerOnglets);
const Aide = lazy(() => import(/* webpackChunkName: "aide" */ "./aide/aide"));

const useStyles = makeStyles({
  volet: {
    minHeight: "100vh",
    display: "flex",
    flexDirection: "column",
    fontVariantNumeric: "tabular-nums lining-nums",
    overflowWrap: "anywhere",
  },
  principal: { flexGrow: 1, display: "flex", flexDirection: "column" },
});

/** Le volet, au thème d'Office. Un thème sombre se charge d'abord : rien à montrer d'ici là. */
export function Application(): React.JSX.Element {
  return (
    <Suspense>
      <AuTheme>
        <Volet />
      </AuTheme>
    </Suspense>
  );
}

function AuTheme({ children }: { children: ReactNode }): React.JSX.Element {
  return <FluentProvider theme={useTheme()}>{children}</FluentProvider>;
}

function Volet(): React.JSX.Element {
  const styles = useStyles();
  const volet = useRef<HTMLDivElement>(null);
  const boutonAide = useRef<HTMLButtonElement>(null);
  const [aide, setAide] = useState(false);
  const [jour] = useState(() => new Date().toISOString().slice(0, 10));
  const controle = useControle();
  useFocusGarde(volet);
  useEffect(() => {
    // Prêt quand on le demandera. Un échec se dira alors, pas maintenant.
    Promise.all([chargerOnglets(), preparerLeClasseur()]).catch(() => undefined);
  }, []);

  const fermerAide = (): void => {
    setAide(false);
    boutonAide.current?.focus();
  };
  const accueil = !controle.resultat && !controle.echec && !controle.enCours;

  return (
    <div ref={volet} className={styles.volet}>
      <EnTete accueil={accueil} resultat={controle.resultat}>
        <Button
          ref={boutonAide}
          appearance="subtle"
          icon={<QuestionCircleRegular />}
          aria-label="Aide des fonctions"
          aria-pressed={aide}
          onClick={() => setAide(!aide)}
        />
      </EnTete>
      <main className={styles.principal}>
        <Suspense fallback={<Attente />}>{aide && <Aide fermer={fermerAide} />}</Suspense>
        <Activity mode={aide ? "hidden" : "visible"}>
          {accueil ? (
            <Accueil controler={controle.controler} />
          ) : (
            // Ici, pas plus haut : l'attente remplace l'accueil, elle ne le cache pas avec le focus qu'il porte.
            <Suspense fallback={<Attente />}>
              <Onglets controle={controle} />
            </Suspense>
          )}
        </Activity>
      </main>
      <PiedDePage resultat={controle.resultat} jour={jour} />
    </div>
  );
}
