global using static CognitoPS.Local.Globals;
